import { startPlatform } from './platform';
import { running } from './running-platform';

/** With PODMATES_JOURNEY_REUSE the journeys meet a platform that already runs there: quick while writing one. */
export default async function setUp(): Promise<void> {
  if (!process.env['PODMATES_JOURNEY_REUSE']) running.platform = await startPlatform();
}
