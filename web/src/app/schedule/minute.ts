import { computed, type Signal } from '@angular/core';
import { type Clock } from '../time/clock';

/** The server's time, changing once a minute: lists and forms have no use for seconds. */
export const minuteOf = (clock: Clock): Signal<Date> => {
  const minutes = computed(() => Math.floor(clock.seconds() / 60));
  return computed(() => new Date(minutes() * 60_000));
};
