import { TestBed } from '@angular/core/testing';
import { Presence } from '@podmates/domain';
import { FakeBoundary } from '../../testing/fake-boundary';
import { NOW } from '../../testing/examples';
import { ID_FIELD, SERVER_TIME, where } from './clauses';
import { changeAt, isKept, listenQuery, readAt, setAt } from './listen';
import { SessionData } from './session-data';

jest.mock('./listen', () => ({
  setAt: jest.fn(),
  changeAt: jest.fn(),
  isKept: jest.fn(),
  readAt: jest.fn(),
  listenQuery: jest.fn(),
}));

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
  const beat = (isStampKnown: boolean, isHere = true) =>
    TestBed.inject(SessionData).beat('se1', 'ana', { isHere, editing: null }, isStampKnown);
  const refuse = (write: typeof setAt) => jest.mocked(write).mockRejectedValueOnce(new Error('refused'));
  const isStored = (stored: Presence | null) => jest.mocked(readAt).mockResolvedValue(stored);

  beforeEach(() => {
    jest.resetAllMocks();
    for (const write of [setAt, changeAt]) jest.mocked(write).mockResolvedValue();
    jest.mocked(isKept).mockResolvedValue(false);
    isStored(own());
    TestBed.configureTestingModule({ providers: new FakeBoundary().providers().filter((one) => !isSessionData(one)) });
  });

  it('goes on with the stay that is there, and neither touches nor reads anything else', async () => {
    expect(await beat(true, false)).toBeNull();
    expect(changeAt).toHaveBeenCalledWith(PLACE, { beatAt: SERVER_TIME, isHere: false, editing: null });
    expect(setAt).not.toHaveBeenCalled();
    expect(readAt).not.toHaveBeenCalled();
  });

  it('begins the first stay where none is known, and tells its stamp', async () => {
    expect(await beat(false)).toEqual(NOW);
    expect(setAt).toHaveBeenCalledWith(PLACE, FIRST);
    expect(changeAt).not.toHaveBeenCalled();
  });

  it('goes on with a stay that this device keeps, and tells its stamp', async () => {
    jest.mocked(isKept).mockResolvedValue(true);
    expect(await beat(false)).toEqual(NOW);
    expect(changeAt).toHaveBeenCalledTimes(1);
    expect(setAt).not.toHaveBeenCalled();
  });

  it('goes on with a stay that the cache did not know of', async () => {
    refuse(setAt);
    await beat(false);
    expect(changeAt).toHaveBeenCalledWith(PLACE, { beatAt: SERVER_TIME, isHere: true, editing: null });
    expect(setAt).toHaveBeenCalledTimes(1);
  });

  it('is taken also where its stamp cannot be read', async () => {
    jest.mocked(readAt).mockRejectedValue(new Error('away'));
    expect(await beat(false)).toBeNull();
  });

  it('begins another stay when the last one is too old, keeps those before, twenty at most, and tells its stamp', async () => {
    const twenty = Array.from({ length: 20 }, (_, n) => earlier(n));
    refuse(changeAt);
    isStored(own({ earlier: twenty }));
    expect(await beat(true)).toEqual(NOW);
    const kept = { from: new Date(NOW.getTime() - 60_000), to: NOW, hasLeft: false };
    expect(changeAt).toHaveBeenLastCalledWith(PLACE, { ...FIRST, earlier: [...twenty.slice(1), kept] });
  });

  it('begins the first stay where this device knew of one that is not there', async () => {
    refuse(changeAt);
    isStored(null);
    await beat(true);
    expect(setAt).toHaveBeenCalledWith(PLACE, FIRST);
  });

  it('says when both are refused: the session is over', async () => {
    refuse(changeAt);
    refuse(changeAt);
    await expect(beat(true)).rejects.toThrow('refused');
  });
});

describe('the heartbeats in a room', () => {
  it('are listened to without one’s own', () => {
    TestBed.configureTestingModule({ providers: new FakeBoundary().providers().filter((one) => !isSessionData(one)) });
    TestBed.inject(SessionData).presence('se1', 'ana');
    const place = 'sessions/se1/presence';
    expect(listenQuery).toHaveBeenCalledWith(Presence, place, where(ID_FIELD, '!=', 'ana'));
  });
});

const isSessionData = (provider: unknown): boolean =>
  typeof provider === 'object' && provider !== null && 'provide' in provider && provider.provide === SessionData;
