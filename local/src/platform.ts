import { getApps, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { buildOnce } from './build/build-once';
import { functionsBuild } from './build/functions-build';
import { webBuild, writeSite } from './build/web-build';
import { LocalClock } from './clock/local-clock';
import { addModerator } from './desk/add-moderator';
import { type Desk, openDesk } from './desk/desk';
import { DemoPodmates } from './people/demo-podmates';
import { Driver } from './driver/driver';
import { PeriodicWork, runThroughFunctions } from './driver/periodic-work';
import { TaskDelivery } from './driver/task-delivery';
import { resolveFirestoreEmulator, thisMachine } from './emulators/firestore-emulator';
import { ALL_EMULATORS, cleanUp, emulatorVariables, openEmulators } from './emulators/open-emulators';
import { forgetData, savedData, saveData } from './emulators/saved-data';
import { type Suite } from './emulators/suite';
import { say, warn, withProgress } from './output';
import { originOf, portBlock, PROJECT_ID, type PortBlock } from './ports';
import { claimBase } from './processes/claim';
import { seedDemoPeople } from './seed/seed';
import { localStandIn } from './video/video-stand-in';

const SAVE_EVERY_MS = 60_000;

export interface PlatformOptions {
  readonly base: number;
  /** Forget what earlier runs left. */
  readonly isFresh: boolean;
  /** Whether demo people and their past are made when there is no data yet. */
  readonly hasDemoPeople: boolean;
  /** Every choice of the demo people follows from it. */
  readonly seed: number;
}

/** The whole product on one machine. It can be stopped at any moment, also while it is still starting. */
export class Platform {
  readonly ports: PortBlock;
  readonly url: string;
  private suite: Suite | null = null;
  private readonly undo: (() => Promise<void> | void)[] = [];

  constructor(private readonly options: PlatformOptions) {
    this.ports = portBlock(options.base);
    this.url = originOf(this.ports.hosting);
  }

  /** @throws StartProblem when it cannot start, with what would help */
  async start(): Promise<void> {
    try {
      await this.startParts();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Saves the data and ends every process of this platform; each step once. */
  async stop(): Promise<void> {
    for (let step = this.undo.pop(); step; step = this.undo.pop()) await step();
  }

  /** Settles when the emulators end, wanted or not. */
  get ended(): Promise<number | null> {
    return this.suite?.ended ?? Promise.resolve(null);
  }

  private async startParts(): Promise<void> {
    const { base, isFresh } = this.options;
    const { ports } = this;
    const claim = await claimBase(base, ports);
    this.undo.push(
      () => claim.release(),
      () => cleanUp(base),
    );
    const firestore = await resolveFirestoreEmulator(thisMachine());
    await Promise.all([buildOnce(functionsBuild), buildOnce(webBuild)]);
    await writeSite(base, ports);
    if (isFresh) forgetData(base);
    const importFrom = savedData(base);
    say('Starting the emulators …');
    this.suite = await openEmulators({ base, ports, runId: claim.runId, firestore, only: ALL_EMULATORS, importFrom });
    const { suite } = this;
    this.undo.push(() => suite.stop());
    const parts = await openParts({ ...this.options, ports, isNew: importFrom === null });
    this.undo.push(() => saveQuietly(base, ports), parts.stop);
  }
}

/** What works beside the emulators in this process: the clock's driver, the demo people, the desk and the saving. */
async function openParts(
  p: PlatformOptions & { ports: PortBlock; isNew: boolean },
): Promise<{ stop(): Promise<void> }> {
  Object.assign(process.env, emulatorVariables(p.ports, PROJECT_ID), { METADATA_SERVER_DETECTION: 'none' });
  if (getApps().length === 0) initializeApp({ projectId: PROJECT_ID });
  const db = getFirestore();
  if (p.isNew && p.hasDemoPeople) {
    await withProgress('Making demo people and their last six weeks', () =>
      seedDemoPeople({ db, hubPort: p.ports.hub, seed: p.seed, present: new Date() }),
    );
  }
  await addModerator();
  const clock = await LocalClock.open(db);
  const video = localStandIn(p.ports, () => clock.now());
  await video.listen(p.ports.video);
  const podmates = new DemoPodmates({ db, ports: p.ports, seed: p.seed, video });
  if (p.hasDemoPeople) await podmates.wake(clock.now());
  const periodic = new PeriodicWork(runThroughFunctions(p.ports.functions));
  const tasks = new TaskDelivery(db, p.ports.functions);
  const driver = new Driver(clock, tasks, periodic, p.hasDemoPeople ? [podmates] : []);
  const desk: Desk = await openDesk({ db, clock, driver, ports: p.ports });
  driver.start();
  const saving = setInterval(() => void saveQuietly(p.base, p.ports), SAVE_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(saving);
      await desk.close();
      await driver.stop();
      await video.close();
    },
  };
}

async function saveQuietly(base: number, ports: PortBlock): Promise<void> {
  try {
    await saveData(base, ports.hub);
  } catch (error) {
    warn(String(error));
  }
}
