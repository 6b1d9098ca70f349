import { stopPlatform } from './platform';
import { running } from './running-platform';

export default async function tearDown(): Promise<void> {
  if (running.platform) await stopPlatform(running.platform);
}
