import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';

export interface PortOwner {
  readonly pid: number;
  readonly command: string;
}

const LISTEN = '0A';

/** Sockets in /proc/net/tcp{,6} that listen on `port`: their inode numbers. */
export function listeningInodes(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === LISTEN && local?.endsWith(`:${wanted}`))
    .map((columns) => columns[9] ?? '');
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function socketsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readLinkOrEmpty(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

function readLinkOrEmpty(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

export const commandOf = (pid: number | string) =>
  readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 120);

export function processIds(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return []; // no /proc on this system
  }
}

/** Who listens on a port, by Linux' /proc; null where that cannot be seen. */
export function portOwner(port: number): PortOwner | null {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(readOrEmpty);
  const sockets = new Set(tables.flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`));
  if (sockets.size === 0) return null;
  const pid = processIds().find((candidate) => socketsOf(candidate).some((link) => sockets.has(link)));
  return pid === undefined ? null : { pid: Number(pid), command: commandOf(pid) };
}

export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** One line per taken port, naming its owner where the system tells. */
export async function takenPorts(ports: Readonly<Record<string, number>>): Promise<string[]> {
  const checks = Object.entries(ports).map(async ([name, port]) => ({ name, port, isFree: await isPortFree(port) }));
  return (await Promise.all(checks)).filter(({ isFree }) => !isFree).map(({ name, port }) => describe(name, port));
}

function describe(name: string, port: number): string {
  const owner = portOwner(port);
  const who = owner ? `process ${owner.pid} (${owner.command})` : 'another process';
  return `Port ${port} (${name}) is taken by ${who}.`;
}
