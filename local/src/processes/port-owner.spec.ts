import { type AddressInfo, createServer, type Server } from 'node:net';
import { isPortFree, listeningInodes, portOwner, takenPorts } from './port-owner';

const TABLE = [
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
  '   0: 0100007F:0FA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0',
  '   1: 0100007F:0FA0 0100007F:A1B2 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 20 4 30 10 -1',
  '   2: 0100007F:0FA1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0 100 0 0 10 0',
].join('\n');

describe('the owner of a port', () => {
  it('is looked for among sockets that listen, not among open connections', () => {
    expect(listeningInodes(TABLE, 4000)).toEqual(['4711']);
    expect(listeningInodes(TABLE, 4001)).toEqual(['4713']);
    expect(listeningInodes(TABLE, 4002)).toEqual([]);
  });

  describe('when this process listens', () => {
    let server: Server;
    let port: number;
    beforeAll(async () => {
      server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    it('is this process, named with its command', async () => {
      expect(await isPortFree(port)).toBe(false);
      if (process.platform !== 'linux') return;
      expect(portOwner(port)).toEqual({ pid: process.pid, command: expect.stringContaining('jest') as string });
      const [line] = await takenPorts({ firestore: port });
      expect(line).toContain(`Port ${port} (firestore) is taken by process ${process.pid}`);
    });
  });

  it('is nobody for a free port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(port)).toBe(true);
    expect(portOwner(port)).toBeNull();
    expect(await takenPorts({ auth: port })).toEqual([]);
  });
});
