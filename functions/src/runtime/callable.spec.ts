import { DomainError } from '@podmates/domain';
import { HttpsError } from 'firebase-functions/https';
import { type Access, type CallableSpec, answerCall } from './callable';
import { logDefect } from './defects';
import { type Desks } from './desks';

jest.mock('./defects', () => ({ ...jest.requireActual<object>('./defects'), logDefect: jest.fn() }));

const ACTIVE = 'ana';
const desks = { accounts: { isActive: async (id: string) => id === ACTIVE } } as unknown as Desks;
const signedIn = (uid: string, claims: object = {}) =>
  ({ uid, token: { name: 'Ana', email: 'ana@example.org', ...claims } }) as never;

const cancelling = <A extends Access>(access: A, handle: CallableSpec<'cancelMatch', A>['handle']) => ({
  name: 'cancelMatch' as const,
  access,
  handle,
});
const refusal = async (answer: Promise<unknown>): Promise<HttpsError> => {
  const error: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HttpsError)) throw new Error('This was not refused.');
  return error;
};

describe('a callable', () => {
  beforeEach(() => jest.mocked(logDefect).mockClear());

  it('gives the handler parsed input and the caller as their token says', async () => {
    const handle = jest.fn(async () => ({ memberId: ACTIVE, isNew: true }));
    const spec = { name: 'enterPodmates', access: 'newcomer', handle } as const;
    const data = { timeZone: 'Europe/Berlin', language: 'de' };
    await expect(answerCall(spec, { data, auth: signedIn('new') }, desks)).resolves.toEqual({
      memberId: ACTIVE,
      isNew: true,
    });
    expect(handle).toHaveBeenCalledWith(data, { id: 'new', displayName: 'Ana', email: 'ana@example.org' }, desks);
  });

  it('refuses wrong input before anything else, with each field', async () => {
    const handle = jest.fn();
    const data = { timeZone: 'Mars/Olympus', language: 'de', extra: 1 };
    const error = await refusal(answerCall({ name: 'enterPodmates', access: 'newcomer', handle }, { data }, desks));
    expect(error.code).toBe('invalid-argument');
    expect(error.details).toEqual({
      fields: [
        { path: 'timeZone', message: 'is not a time zone we know' },
        { path: '', message: expect.stringContaining('extra') },
      ],
    });
    expect(handle).not.toHaveBeenCalled();
  });

  it.each([
    ['nobody who is signed out', undefined, 'unauthenticated'],
    ['nobody whose account is not active', signedIn('sue'), 'permission-denied'],
    ['nobody but moderators', signedIn(ACTIVE), 'permission-denied'],
    ['nobody who says so differently', signedIn(ACTIVE, { moderator: 'true' }), 'permission-denied'],
  ])('lets %s do what moderators do', async (_, auth, code) => {
    const handle = jest.fn();
    const error = await refusal(answerCall(cancelling('moderator', handle), { data: {}, auth }, desks));
    expect(error.code).toBe(code);
    expect(handle).not.toHaveBeenCalled();
  });

  it('lets a moderator, a member, a newcomer and anyone through where they may', async () => {
    const handle = async () => ({});
    const moderator = signedIn(ACTIVE, { moderator: true });
    await answerCall(cancelling('moderator', handle), { data: {}, auth: moderator }, desks);
    await answerCall(cancelling('member', handle), { data: {}, auth: signedIn(ACTIVE) }, desks);
    await answerCall(cancelling('newcomer', handle), { data: {}, auth: signedIn('new') }, desks);
    await answerCall(cancelling('anyone', handle), { data: null }, desks);
    expect(logDefect).not.toHaveBeenCalled();
  });

  it('tells the refusal of the domain with its code and fields', async () => {
    const fields = [{ path: 'backup', message: 'overlaps a slot' }];
    const spec = cancelling('anyone', () => Promise.reject(new DomainError('aborted', 'Read again.', fields)));
    const error = await refusal(answerCall(spec, { data: {} }, desks));
    expect(error).toMatchObject({ code: 'aborted', message: 'Read again.', details: { fields } });
  });

  it('tells nothing of a defect, and logs where it happened without what members wrote', async () => {
    const spec = cancelling('anyone', () => Promise.reject(new TypeError('cannot read "my diary"')));
    const error = await refusal(answerCall(spec, { data: {} }, desks));
    expect(error.code).toBe('internal');
    expect(JSON.stringify(error)).not.toContain('diary');
    const [where, defect] = jest.mocked(logDefect).mock.calls[0] ?? [];
    expect(where).toBe('callable cancelMatch');
    expect(defect).toMatchObject({ name: 'TypeError', code: null });
    expect(JSON.stringify(defect)).not.toContain('diary');
  });

  it('says "try again" when the database is merely busy', async () => {
    const busy = Object.assign(new Error('contention'), { code: 10 });
    const error = await refusal(
      answerCall(
        cancelling('anyone', () => Promise.reject(busy)),
        { data: {} },
        desks,
      ),
    );
    expect(error.code).toBe('unavailable');
  });

  it('lets no answer out that the contract does not know', async () => {
    const handle = async () => ({ now: 'five past' });
    const error = await refusal(answerCall({ name: 'readClock', access: 'anyone', handle }, { data: {} }, desks));
    expect(error.code).toBe('internal');
  });
});
