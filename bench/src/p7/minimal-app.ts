import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const BOUNDARY = join(ROOT, 'web', 'src', 'app', 'firebase');
/** The modules that a signed-in page loads; provider pop-ups and file storage come later, on demand. */
const SDK_MODULES = ['firebase-app.ts', 'auth-sdk.ts', 'firestore-sdk.ts', 'functions-sdk.ts'];

export type Peer = 'with-firebase' | 'without-firebase';

/** Builds the peer with the product's own builder and returns the folder to serve. */
export function buildPeer(peer: Peer): string {
  const folder = join(ROOT, '.podmates', 'bench', peer);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'src'), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('angular.json', JSON.stringify(WORKSPACE));
  write('tsconfig.json', JSON.stringify(TS_CONFIG));
  write('src/index.html', '<!doctype html><html lang="en"><base href="/"><app-root></app-root></html>');
  write('src/main.ts', `${peer === 'with-firebase' ? firebaseImports() : ''}${MAIN}`);
  write('src/page.ts', PAGE);
  execFileSync(join(ROOT, 'node_modules', '.bin', 'ng'), ['build', '--progress=false'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
  });
  return join(folder, 'dist', 'browser');
}

/** The value imports of the product's Firebase boundary, kept alive so that nothing of them is shaken off. */
function firebaseImports(): string {
  const names = new Map<string, Set<string>>();
  for (const module of SDK_MODULES) {
    const text = readFileSync(join(BOUNDARY, module), 'utf8');
    for (const [, list = '', from = ''] of text.matchAll(/^import \{([^}]*)\} from '(firebase\/[\w-]+)';/gm)) {
      const values = list.split(',').map((name) => name.trim());
      const known = names.get(from) ?? new Set();
      for (const name of values) if (name && !name.startsWith('type ')) known.add(name);
      names.set(from, known);
    }
  }
  if (names.size === 0) throw new Error('No Firebase imports were found at the boundary.');
  const imports = [...names].map(([from, list]) => `import { ${[...list].join(', ')} } from '${from}';`);
  const kept = [...names.values()].flatMap((list) => [...list]);
  return `${imports.join('\n')}\nObject.assign(globalThis, { kept: [${kept.join(', ')}] });\n`;
}

const MAIN = `
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';
@Component({ selector: 'app-root', imports: [RouterOutlet], template: '<router-outlet />', changeDetection: ChangeDetectionStrategy.OnPush })
class App {}
const page = () => import('./page').then((m) => m.Page);
void bootstrapApplication(App, { providers: [provideRouter([{ path: '**', loadComponent: page }])] });
`;
const PAGE = `
import { ChangeDetectionStrategy, Component } from '@angular/core';
@Component({ selector: 'app-page', template: '<h1>A page</h1>', changeDetection: ChangeDetectionStrategy.OnPush })
export class Page {}
`;
const WORKSPACE = {
  version: 1,
  cli: { analytics: false, cache: { enabled: false } },
  projects: {
    peer: {
      projectType: 'application',
      root: '',
      sourceRoot: 'src',
      architect: {
        build: {
          builder: '@angular/build:application',
          options: {
            browser: 'src/main.ts',
            index: 'src/index.html',
            tsConfig: 'tsconfig.json',
            outputPath: 'dist',
            outputHashing: 'all',
            optimization: { scripts: true, styles: { minify: true, inlineCritical: false }, fonts: false },
          },
        },
      },
    },
  },
};
const TS_CONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'ES2022',
    moduleResolution: 'bundler',
    lib: ['ES2023', 'DOM'],
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    importHelpers: true,
    types: [],
  },
  files: ['src/main.ts'],
};

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** Serves the files as they are; every other address is the index. */
export async function serveFolder(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = TYPES[extname(pathname)] ? pathname : '/index.html';
    response.writeHead(200, { 'content-type': TYPES[extname(name)] }).end(readFileSync(join(folder, name)));
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => ready());
  });
  return server;
}
