import { type Session, SessionState } from '../documents';
import { aSession } from './example-session';
import { firstReminderAt, remindedIds, reminderDue, remindersDelivered } from './reminders';

const START = aSession().startsAt;
const before = (minutes: number, ms = 0) => new Date(START.getTime() - minutes * 60_000 + ms);

describe('the reminder that is due', () => {
  it.each([
    [before(60, -1), null],
    [before(60), 'session-in-an-hour'],
    [before(10, -1), 'session-in-an-hour'],
    [before(10), 'session-soon'],
    [before(0, -1), 'session-soon'],
    [START, null],
  ])('at %s is %s', (now, due) => {
    expect(reminderDue(aSession(), now)).toBe(due);
    expect(reminderDue(aSession({ state: 'lobby' }), now)).toBe(due);
  });

  it.each(SessionState.options.filter((state) => !['scheduled', 'lobby'].includes(state)))(
    'is none while the session is %s',
    (state) => expect(reminderDue(aSession({ state }), before(5))).toBeNull(),
  );

  it('is none for the old time of a session that moved', () => {
    const moved: Session = aSession({ startsAt: before(-180) });
    expect(reminderDue(moved, before(60))).toBeNull();
    expect(reminderDue(moved, before(-120))).toBe('session-in-an-hour');
  });

  it('is looked for an hour before, while that is ahead', () => {
    expect(firstReminderAt(aSession(), before(61))).toEqual(before(60));
    expect(firstReminderAt(aSession(), before(60))).toBeNull();
    expect(firstReminderAt(aSession({ state: 'draft' }), before(61))).toBeNull();
  });

  it('is for those who are expected and not there yet', () =>
    expect(remindedIds(aSession({ state: 'lobby', joinedIds: ['ana'], withdrawals: { ben: before(90) } }))).toEqual([
      'cem',
    ]));
});

describe('whom a reminder reached', () => {
  const nobody = { ana: false, ben: false, cem: false };

  it('is whoever was sent one before the start', () => {
    const sent = [
      { memberId: 'ana', at: START },
      { memberId: 'ben', at: before(0, 1) },
      { memberId: 'eve', at: before(60) },
    ];
    expect(remindersDelivered(aSession(), sent)).toEqual({ ...nobody, ana: true });
  });

  it('is not asked of a time that came to stand too late for one', () => {
    expect(remindersDelivered(aSession({ timeSetAt: before(10) }), [])).toEqual(nobody);
    expect(remindersDelivered(aSession({ timeSetAt: before(10, 1) }), [])).toEqual({});
    expect(remindersDelivered(aSession({ createdAt: before(9) }), [])).toEqual({});
  });
});
