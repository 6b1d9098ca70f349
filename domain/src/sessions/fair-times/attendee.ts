import { type AvailabilityWindow, type Member, type PlanSlot, type Sprint } from '../../documents';
import { type Attendee } from './inconvenience';

/** A member with the hours that they named: those of their plan, and the backup slot, which they keep free as well. */
export const attendeeOf = (
  member: Pick<Member, 'id' | 'timeZone'>,
  sprint: Pick<Sprint, 'availability' | 'backup'> | null,
): Attendee => ({
  id: member.id,
  timeZone: member.timeZone,
  availability: sprint ? [...sprint.availability, windowOf(sprint.backup)] : [],
});

/** Up to midnight, where a window ends. */
function windowOf({ weekday, time, minutes }: PlanSlot): AvailabilityWindow {
  const end = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  const two = (n: number) => String(n).padStart(2, '0');
  return { weekday, start: time, end: end >= 1440 ? '24:00' : `${two(Math.floor(end / 60))}:${two(end % 60)}` };
}
