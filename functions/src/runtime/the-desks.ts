import { warn } from 'firebase-functions/logger';
import { onInit } from 'firebase-functions/core';
import { checkEnvironment } from '../config';
import { type Desks, desks } from './desks';
import { wirePorts } from './wiring';

let open: Desks | null = null;

/** The desks of this process, wired at the first request and kept. */
export const theDesks = (): Desks => (open ??= desks(wirePorts()));

onInit(() => {
  for (const [feature, state] of Object.entries(checkEnvironment(process.env)))
    if (!state.isOn) warn(`${feature} is off: ${state.missing.join(', ')} missing`);
});
