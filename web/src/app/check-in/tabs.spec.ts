import { TestBed } from '@angular/core/testing';
import { Tabs } from './tabs';

describe('tabs of one device', () => {
  it('let one of them work at a time, without waiting', async () => {
    const held = new Set<string>();
    const request = async (name: string, _: object, run: (lock: object | null) => Promise<void>) => {
      const isFree = !held.has(name);
      held.add(name);
      await run(isFree ? {} : null);
      if (isFree) held.delete(name);
    };
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    const tabs = TestBed.inject(Tabs);
    const worked: string[] = [];
    await tabs.alone('calls', async () => {
      await tabs.alone('calls', () => Promise.resolve(void worked.push('the same')));
      await tabs.alone('uploads', () => Promise.resolve(void worked.push('another')));
    });
    expect(worked).toEqual(['another']);
  });

  it('hear what another tells', async () => {
    const heard = new Promise<void>((resolve) => TestBed.inject(Tabs).heard(resolve));
    const other = new BroadcastChannel('podmates-check-ins');
    other.postMessage(null);
    await heard;
    other.close();
  });
});
