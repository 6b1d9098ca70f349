import { TestBed } from '@angular/core/testing';
import { type Presence } from '@podmates/domain';
import { FakeBoundary } from '../../testing/fake-boundary';
import { NOW } from '../../testing/examples';
import { SERVER_TIME } from './clauses';
import { changeAt, setAt } from './listen';
import { SessionData } from './session-data';

jest.mock('./listen', () => ({ setAt: jest.fn(), changeAt: jest.fn() }));

const PLACE = 'sessions/se1/presence/ana';
const FIRST = { beatAt: SERVER_TIME, isHere: true, editing: null, since: SERVER_TIME, earlier: [] };
const earlier = (n: number) => ({ from: new Date(n), to: new Date(n + 1), hasLeft: true });
const own = (over: Partial<Presence> = {}): Presence => ({
  id: 'ana',
  beatAt: NOW,
  isHere: true,
  editing: null,
  since: new Date(NOW.getTime() - 60_000),
  earlier: [],
  ...over,
});

describe('a heartbeat', () => {
  const beat = (known: Presence | null | undefined, isHere = true) =>
    TestBed.inject(SessionData).beat('se1', 'ana', { isHere, editing: null }, () => known);
  const refuse = (write: typeof setAt) => jest.mocked(write).mockRejectedValueOnce(new Error('refused'));

  beforeEach(() => {
    jest.resetAllMocks();
    for (const write of [setAt, changeAt]) jest.mocked(write).mockResolvedValue();
    TestBed.configureTestingModule({ providers: new FakeBoundary().providers().filter((one) => !isSessionData(one)) });
  });

  it('goes on with the stay that is there, and touches nothing else', async () => {
    await beat(own(), false);
    expect(changeAt).toHaveBeenCalledWith(PLACE, { beatAt: SERVER_TIME, isHere: false, editing: null });
    expect(setAt).not.toHaveBeenCalled();
  });

  it('begins the first stay where none is known', async () => {
    await beat(null);
    expect(setAt).toHaveBeenCalledWith(PLACE, FIRST);
    expect(changeAt).not.toHaveBeenCalled();
  });

  it('finds out by a refusal while the page does not know yet', async () => {
    refuse(changeAt);
    await beat(undefined);
    expect(setAt).toHaveBeenCalledWith(PLACE, FIRST);
  });

  it('goes on with a stay that the cache did not know of', async () => {
    refuse(setAt);
    await beat(null);
    expect(changeAt).toHaveBeenCalledWith(PLACE, { beatAt: SERVER_TIME, isHere: true, editing: null });
    expect(setAt).toHaveBeenCalledTimes(1);
  });

  it('begins another stay when the last one is too old, and keeps those before, twenty at most', async () => {
    const twenty = Array.from({ length: 20 }, (_, n) => earlier(n));
    refuse(changeAt);
    await beat(own({ earlier: twenty }));
    const kept = { from: new Date(NOW.getTime() - 60_000), to: NOW, hasLeft: false };
    expect(changeAt).toHaveBeenLastCalledWith(PLACE, { ...FIRST, earlier: [...twenty.slice(1), kept] });
  });

  it('says when both are refused: the session is over', async () => {
    refuse(changeAt);
    refuse(changeAt);
    await expect(beat(own())).rejects.toThrow('refused');
  });
});

const isSessionData = (provider: unknown): boolean =>
  typeof provider === 'object' && provider !== null && 'provide' in provider && provider.provide === SessionData;
