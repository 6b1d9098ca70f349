import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { LOCAL_WEB_OUTPUT, NG } from '../../../local/src/build/web-build';
import { NODE, ROOT, STATE_FOLDER } from '../../../local/src/paths';
import { runCommand } from '../../../local/src/processes/run-command';

/** Built outputs are taken along, so that a copy need not build what has been built; the rest is large, or somebody's data. */
const LEFT_BEHIND = new Set(['node_modules', '.git', '.angular', basename(STATE_FOLDER)]);
/** Links into the repository itself: a copy has its own. */
const WORKSPACES = '@podmates';

/** The repository in a folder of its own: its sources can be changed, and nobody's checkout is touched. */
export class RepositoryCopy {
  private constructor(readonly folder: string) {}

  static async make(): Promise<RepositoryCopy> {
    const copy = new RepositoryCopy(await mkdtemp(join(tmpdir(), 'podmates-copy-')));
    await cp(ROOT, copy.folder, { recursive: true, filter: (path) => !LEFT_BEHIND.has(basename(path)) });
    await copy.takeStamps();
    await copy.linkDependencies();
    return copy;
  }

  /** Puts `to` in the place of `from`. @throws Error when the file does not hold it exactly once */
  change(path: string, from: string, to: string): void {
    const file = join(this.folder, path);
    const parts = readFileSync(file, 'utf8').split(from);
    if (parts.length !== 2) throw new Error(`${path} holds "${from}" ${parts.length - 1} times.`);
    writeFileSync(file, parts.join(to));
  }

  /** Builds the web app as the local platform does, and gives the folder of what it made. */
  async buildWeb(): Promise<string> {
    const args = [NG, 'build', '--configuration', 'local', '--progress', 'false'];
    await runCommand(NODE, args, { cwd: join(this.folder, 'web') });
    return join(this.folder, relative(ROOT, LOCAL_WEB_OUTPUT));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** They say that the outputs are of these sources. */
  private async takeStamps(): Promise<void> {
    const stamps = join(STATE_FOLDER, 'stamps');
    if (existsSync(stamps)) await cp(stamps, join(this.folder, basename(STATE_FOLDER), 'stamps'), { recursive: true });
  }

  private async linkDependencies(): Promise<void> {
    const installed = join(ROOT, 'node_modules');
    const own = join(this.folder, 'node_modules');
    await mkdir(own);
    for (const name of await readdir(installed)) {
      if (name === WORKSPACES)
        await cp(join(installed, name), join(own, name), { recursive: true, verbatimSymlinks: true });
      else await symlink(join(installed, name), join(own, name));
    }
    for (const workspace of await readdir(ROOT)) {
      const nested = join(ROOT, workspace, 'node_modules');
      if (existsSync(nested)) await symlink(nested, join(this.folder, workspace, 'node_modules'));
    }
  }
}
