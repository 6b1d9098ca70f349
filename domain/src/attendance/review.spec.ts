import { type Attendance, SCHEMA_VERSION } from '../documents';
import { type Verdict } from './judge';
import { type Asked, contested, emergencyExcused, reviewed } from './review';

const END = Date.parse('2026-06-01T18:55:00Z');
const hours = (n: number): Date => new Date(END + n * 3_600_000);
const anAttendance = (over: Partial<Attendance> = {}): Attendance => ({
  id: 'ana',
  sessionId: 's1',
  podId: 'p1',
  startsAt: hours(-1),
  minutes: 50,
  endedAt: hours(0),
  outcome: 'no-show',
  credit: 0,
  minutesPresent: 0,
  arrivedAt: null,
  evidence: [],
  reason: 'Others were there.',
  contest: null,
  contestableUntil: hours(48),
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  createdAt: hours(0),
  ...over,
});
const contest = (attendance: Attendance, now = hours(1)) =>
  contested(attendance, { reasons: ['was-there'], note: '', now });
const verdict = (outcome: Verdict['outcome'], credit: number | null): Verdict => ({
  memberId: 'ana',
  outcome,
  credit,
  minutesPresent: 40,
  arrivedAt: hours(-1),
  evidence: [],
  reason: 'Seen.',
});
const asked = (there: number, notThere: number, of = there + notThere): Asked => ({
  asked: of,
  there,
  notThere,
  until: hours(25),
});
const look = (attendance: Attendance, over: Partial<Parameters<typeof reviewed>[1]> = {}) =>
  reviewed(attendance, { verdict: null, isLink: false, asked: asked(0, 0, 2), now: hours(2), ...over });

describe('contesting', () => {
  it('is possible once, for 48 hours, and of what does not count in full', () => {
    const open = contest(anAttendance());
    expect(open).toMatchObject({ version: 2, contest: { state: 'asking', until: hours(25) } });
    expect(contest(open)).toBe(open);
    expect(contest(anAttendance(), hours(47.9)).contest).not.toBeNull();
    expect(() => contest(anAttendance(), hours(48))).toThrow('48 hours');
    expect(() => contest(anAttendance({ outcome: 'on-time', credit: 1 }))).toThrow('in full');
  });
});

describe('another look', () => {
  const open = contest(anAttendance());

  it.each<[string, Attendance, Attendance, [string, number | null, string | null]]>([
    ['full evidence', open, look(open, { verdict: verdict('on-time', 1) }), ['on-time', 1, 'evidence']],
    ['one for them', open, look(open, { asked: asked(1, 0) }), ['on-time', 1, 'came']],
    ['as many for as against', open, look(open, { asked: asked(1, 1) }), ['on-time', 1, 'came']],
    ['two against', open, look(open, { asked: asked(0, 2) }), ['no-show', 0, 'stands']],
    ['one against alone', open, look(open, { asked: asked(0, 1) }), ['unknown', null, 'unknown']],
    ['silence, once the day is over', open, look(open, { now: hours(25) }), ['unknown', null, 'unknown']],
    [
      'nobody who could say',
      open,
      look(open, { asked: { ...asked(0, 0), until: null } }),
      ['unknown', null, 'unknown'],
    ],
  ])('settles it by %s', (_, before, after, [outcome, credit, result]) => {
    expect(after).toMatchObject({
      outcome,
      credit,
      contest: { state: 'settled', result },
      version: before.version + 1,
    });
    expect(look(after, { asked: asked(0, 2) })).toBe(after);
  });

  it('waits while more may be said, and for more than half evidence', () => {
    expect(look(open)).toBe(open);
    expect(look(open, { asked: asked(1, 0, 2) })).toBe(open);
    expect(look(open, { verdict: verdict('left-early', 0.5) })).toBe(open);
  });

  it('never makes an outcome worse', () => {
    const late = contest(anAttendance({ outcome: 'late', credit: 1 }));
    expect(look(late, { asked: asked(0, 1) })).toMatchObject({ outcome: 'late', credit: 1 });
    const fine = anAttendance({ outcome: 'on-time', credit: 1 });
    expect(look(fine, { verdict: verdict('no-show', 0), asked: asked(0, 2) })).toBe(fine);
  });

  it('takes evidence that came late also without a contest, once', () => {
    const better = look(anAttendance(), { verdict: verdict('left-early', 0.5) });
    expect(better).toMatchObject({ outcome: 'left-early', contest: null, version: 2, minutesPresent: 40 });
    expect(look(better, { verdict: verdict('left-early', 0.5) })).toBe(better);
  });

  describe('behind a link, where nothing was judged', () => {
    const unseen = anAttendance({ outcome: 'unknown', credit: null });
    const behind = (over: Asked, now = hours(2)) => look(unseen, { isLink: true, asked: over, now });
    it('goes by what podmates say', () => {
      expect(behind(asked(1, 0))).toMatchObject({ outcome: 'on-time', credit: 1, contest: null });
      expect(behind(asked(0, 2))).toMatchObject({ outcome: 'no-show', credit: 0 });
      expect(behind(asked(1, 1))).toMatchObject({ outcome: 'on-time' });
      expect(behind(asked(0, 1))).toBe(unseen); // one accusation alone
      expect(behind(asked(0, 1, 3))).toBe(unseen);
      expect(behind(asked(0, 1, 3), hours(25))).toBe(unseen);
    });
    it('does not in a room of ours', () => expect(look(unseen, { asked: asked(0, 2) })).toBe(unseen));
  });
});

describe('the emergency excuse', () => {
  it('excuses in time, settles a contest with it, and is not for what counts in full', () => {
    expect(emergencyExcused(anAttendance(), hours(47))).toMatchObject({ outcome: 'excused', credit: null, version: 2 });
    expect(emergencyExcused(contest(anAttendance()), hours(2)).contest).toMatchObject({ state: 'settled' });
    expect(() => emergencyExcused(anAttendance(), hours(48))).toThrow('48 hours');
    expect(() => emergencyExcused(anAttendance({ outcome: 'late', credit: 1 }), hours(1))).toThrow('in full');
  });
});
