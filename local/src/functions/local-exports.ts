import { onRequest } from 'firebase-functions/https';
import { REGION } from '../../../functions/src/runtime/region';
import { type ScheduleName, SCHEDULES } from '../../../functions/src/runtime/schedules';
import { theDesks } from '../../../functions/src/runtime/the-desks';

const isSchedule = (name: unknown): name is ScheduleName => typeof name === 'string' && Object.hasOwn(SCHEDULES, name);

/** Runs one entry of periodic work now: schedules never fire in the emulators, so the local clock calls this. */
export const localRunSchedule = onRequest({ region: REGION }, async (request, response) => {
  const name = request.query['name'];
  if (!isSchedule(name)) {
    response.status(404).send(`There is no periodic work of that name. There is: ${Object.keys(SCHEDULES).join(', ')}`);
    return;
  }
  await SCHEDULES[name].run(theDesks());
  response.status(204).end();
});
