import { type Attendance, SCHEMA_VERSION, type Session, type SessionCommand } from '@podmates/domain';
import { closeDesks, type DesksAtWork, aPodOf, openDesks, refusalOf } from './desks-at-work';

const at = (minutes: number): Date => new Date(Date.parse('2026-03-02T16:00:00Z') + minutes * 60_000);
const HOURS = 60;

describe('attendance', () => {
  let world: DesksAtWork;
  let sessionId: string;
  const session = async (): Promise<Session> => {
    const found = (await world.records.sessions.doc(sessionId).get()).data();
    if (!found) throw new Error('There is no session.');
    return found;
  };
  const command = async (by: string, command: SessionCommand) => {
    const { version } = await session();
    const input = { sessionId, commandId: `${by}-${command.kind}`, expectedVersion: version, command };
    return world.desks.sessions.command(by, input);
  };
  const attendance = async (id: string): Promise<Attendance | undefined> =>
    (await world.records.attendance(sessionId).doc(id).get()).data();
  const outcome = async (id: string) => {
    const found = await attendance(id);
    return [found?.outcome, found?.credit];
  };
  const audits = async () =>
    (await world.records.auditEvents.where('entity', '>=', `sessions/${sessionId}/attendance`).get()).docs
      .map((found) => found.data())
      .filter(({ entity }) => entity.startsWith(`sessions/${sessionId}/attendance`));
  const seen = (id: string, from: number, to: number, hasLeft = true) =>
    world.records
      .presence(sessionId)
      .doc(id)
      .set({ id, beatAt: at(to), isHere: !hasLeft, editing: null, since: at(from), earlier: [] });
  const videoVisit = async (id: string, from: number, to: number) => {
    const event = { memberId: id, receivedAt: at(to), schemaVersion: SCHEMA_VERSION };
    const events = world.records.videoEvents(sessionId);
    await events.doc(`${id}-left`).set({ id: `${id}-left`, kind: 'left', at: at(to), ...event });
    await events.doc(`${id}-joined`).set({ id: `${id}-joined`, kind: 'joined', at: at(from), ...event });
  };
  const told = async (event: string) => {
    await world.settle();
    return world.notices
      .filter((notice) => notice.event === event)
      .map(({ memberId }) => memberId)
      .sort();
  };
  const confirm = (by: string, memberId: string, wasThere: boolean) =>
    world.desks.attendance.confirm(by, { sessionId, memberId, wasThere });
  const contest = (by: string) => world.desks.attendance.contest(by, { sessionId, reasons: ['was-there'], note: '' });
  /** Those named join at the hour, the session is held for 50 minutes, and ends. */
  const hold = async (...joining: readonly string[]) => {
    await remind();
    await meet(...joining);
  };
  const remind = async (reaches: (memberId: string) => boolean = () => true) => {
    world.at(at(-5));
    await world.desks.sessions.advance(sessionId);
    const entries = (await world.records.outbox.get()).docs.map((found) => found.data());
    for (const { id, effect } of entries)
      if (effect.kind === 'notify' && reaches(effect.memberId)) await world.desks.outbox.deliver(id);
  };
  const meet = async (...joining: readonly string[]) => {
    world.at(at(0));
    for (const id of joining) await command(id, { kind: 'join' });
    await command(joining[0] ?? '', { kind: 'start' });
    world.at(at(50));
    await command(joining[0] ?? '', { kind: 'wrap' });
    await command(joining[0] ?? '', { kind: 'finish' });
  };
  const begin = async (...memberIds: readonly string[]) => {
    world = await openDesks('attendance', '2026-03-02T08:00:00Z');
    await aPodOf(world, memberIds);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
  };
  afterAll(closeDesks);

  describe('at the end of a session', () => {
    beforeEach(() => begin('ana', 'ben', 'cem'));

    it('is written once for each member, with what was seen of them, a word for the pod and a record', async () => {
      await seen('ana', -2, 50);
      await seen('ben', 7, 20);
      await hold('ana', 'ben');
      await Promise.all([world.desks.sessions.advance(sessionId), world.desks.sessions.sweep()]);
      expect([await outcome('ana'), await outcome('ben'), await outcome('cem')]).toEqual([
        ['on-time', 1],
        ['left-early', 0.5],
        ['no-show', 0],
      ]);
      expect(await attendance('ben')).toMatchObject({
        minutesPresent: 15,
        evidence: [{ source: 'app' }, { source: 'joined' }],
        contestableUntil: at(50 + 48 * HOURS),
        version: 1,
      });
      expect((await session()).attended).toEqual({ ana: 'came', ben: 'came', cem: 'missed' });
      expect((await world.records.attendanceRecords.doc('cem').get()).data()).toMatchObject({
        sessions: [{ sessionId, outcome: 'no-show', credit: 0 }],
      });
      expect((await audits()).map(({ to }) => to).sort()).toEqual(['left-early', 'no-show', 'on-time']);
    });

    it('says nothing of anybody when the session was cancelled', async () => {
      await command('ben', { kind: 'cannot-come' });
      await command('cem', { kind: 'cannot-come' });
      expect((await session()).state).toBe('cancelled');
      expect((await world.records.attendance(sessionId).get()).size).toBe(0);
      expect((await session()).attended).toEqual({});
    });

    it('excuses whoever none of our reminders reached before the start', async () => {
      await remind((id) => id !== 'cem');
      world.at(at(1));
      await world.settle();
      await meet('ana');
      expect(await outcome('cem')).toEqual(['excused', null]);
      expect(await outcome('ben')).toEqual(['no-show', 0]);
      await world.desks.attendance.settle(sessionId);
      expect(await attendance('cem')).toMatchObject({ outcome: 'excused', version: 1 });
    });

    it('excuses everybody when our reminders reached nobody', async () => {
      await remind(() => false);
      await seen('ben', 0, 5);
      await meet('ana', 'ben');
      expect([await outcome('ana'), await outcome('ben'), await outcome('cem')]).toEqual([
        ['on-time', 1],
        ['excused', null],
        ['excused', null],
      ]);
    });

    it('excuses everybody whom an outage cut off', async () => {
      await seen('ana', 0, 12, false);
      await seen('ben', 0, 12, false);
      await hold('ana', 'ben');
      expect([await outcome('ana'), await outcome('cem')]).toEqual([
        ['excused', null],
        ['excused', null],
      ]);
    });

    it('gets better by evidence that came late, once, and forward into the record', async () => {
      await seen('cem', 1, 2);
      await hold('ana', 'ben');
      expect(await outcome('cem')).toEqual(['left-early', 0.5]);
      await videoVisit('cem', 1, 49);
      await Promise.all([world.desks.attendance.settle(sessionId), world.desks.attendance.settle(sessionId)]);
      expect(await attendance('cem')).toMatchObject({ outcome: 'on-time', credit: 1, version: 2, minutesPresent: 48 });
      expect((await world.records.attendanceRecords.doc('cem').get()).data()?.sessions).toMatchObject([{ credit: 1 }]);
      expect((await world.records.auditEvents.doc(`attendance:${sessionId}:cem:v2`).get()).data()).toMatchObject({
        from: 'left-early',
        to: 'on-time',
      });
      expect(await told('attendance-settled')).toEqual(['cem']);
    });
  });

  describe('that is contested', () => {
    beforeEach(async () => {
      await begin('ana', 'ben', 'cem');
      await seen('ana', 0, 50);
      await seen('ben', 0, 50);
      await hold('ana', 'ben');
    });

    it('is settled at once when evidence has come meanwhile', async () => {
      await videoVisit('cem', 0, 50);
      expect(await contest('cem')).toEqual({ state: 'settled', outcome: 'on-time' });
      expect(await attendance('cem')).toMatchObject({
        version: 2,
        contest: { result: 'evidence', reasons: ['was-there'] },
      });
      expect((await session()).attended['cem']).toBe('came');
      expect(await told('attendance-question')).toEqual([]);
    });

    it('asks whoever was there, each once, whatever runs twice', async () => {
      expect(await Promise.all([contest('cem'), contest('cem')])).toEqual([
        { state: 'asking', outcome: 'no-show' },
        { state: 'asking', outcome: 'no-show' },
      ]);
      expect(await told('attendance-question')).toEqual(['ana', 'ben']);
      expect(world.tasks.filter(({ task, id }) => task === 'settle-attendance' && id.includes('contest'))).toHaveLength(
        1,
      );
      expect(await attendance('cem')).toMatchObject({ version: 2, contest: { state: 'asking' } });
    });

    it('is for the member by one voice for them and one against, and known to the pod', async () => {
      await contest('cem');
      await confirm('ana', 'cem', false);
      expect(await outcome('cem')).toEqual(['no-show', 0]);
      await confirm('ben', 'cem', true);
      expect(await attendance('cem')).toMatchObject({ outcome: 'on-time', credit: 1, contest: { result: 'came' } });
      expect((await session()).attended['cem']).toBe('came');
      expect(await refusalOf(confirm('ana', 'cem', true))).toBe('failed-precondition');
    });

    it('takes the open question back that the absence had led to, once it was none', async () => {
      const { podId } = await session();
      const id = `rematch:${sessionId}:cem`;
      const question = world.records.decisions(podId).doc(id);
      await question.set({
        id,
        podId,
        kind: 'rematch',
        askedIds: ['ana', 'ben'],
        subjectId: 'cem',
        subjectName: 'cem',
        options: ['rematch', 'continue'],
        byDefault: 'continue',
        answers: {},
        state: 'open',
        outcome: null,
        expiresAt: at(48 * HOURS),
        decidedAt: null,
        rematch: null,
        version: 1,
        schemaVersion: SCHEMA_VERSION,
        createdAt: at(50),
      });
      await contest('cem');
      await confirm('ana', 'cem', false);
      expect((await question.get()).data()?.state).toBe('open');
      await confirm('ben', 'cem', true);
      expect((await question.get()).data()).toMatchObject({ state: 'void', version: 2 });
    });

    it('stands when two agree', async () => {
      await contest('cem');
      await confirm('ana', 'cem', false);
      await confirm('ana', 'cem', false);
      expect((await attendance('cem'))?.contest?.state).toBe('asking');
      await confirm('ben', 'cem', false);
      expect(await attendance('cem')).toMatchObject({
        outcome: 'no-show',
        contest: { state: 'settled', result: 'stands' },
      });
    });

    it('is unknown, which counts for nothing, when a day passes with one voice against', async () => {
      await contest('cem');
      await confirm('ana', 'cem', false);
      world.at(at(50 + 24 * HOURS));
      await Promise.all([world.desks.attendance.settle(sessionId), world.desks.attendance.settle(sessionId)]);
      expect(await attendance('cem')).toMatchObject({ outcome: 'unknown', credit: null, version: 3 });
      expect(await refusalOf(confirm('ben', 'cem', true))).toBe('failed-precondition');
      expect(await told('attendance-settled')).toEqual(['cem']);
    });

    it('names in no history who said what', async () => {
      await contest('cem');
      await confirm('ana', 'cem', false);
      await confirm('ben', 'cem', false);
      expect((await audits()).filter(({ to }) => to === 'no-show').map(({ actorId }) => actorId)).toEqual([
        'system',
        'system',
      ]);
    });

    it('can be contested for 48 hours, by the member, and not when it counts in full', async () => {
      expect(await refusalOf(contest('ana'))).toBe('failed-precondition');
      expect(await refusalOf(contest('eve'))).toBe('not-found');
      expect(await refusalOf(confirm('eve', 'cem', true))).toBe('not-found');
      expect(await refusalOf(confirm('cem', 'cem', true))).toBe('not-found');
      world.at(at(50 + 48 * HOURS));
      expect(await refusalOf(contest('cem'))).toBe('failed-precondition');
    });
  });

  describe('with an emergency', () => {
    const excuse = (by: string, id = sessionId) => world.desks.attendance.excuse(by, { sessionId: id });
    beforeEach(() => begin('ana', 'ben'));

    it('is excused at once, once in a sprint, before the session or after it', async () => {
      world.at(at(-60));
      await excuse('ben');
      await excuse('ben');
      await seen('ana', 0, 50);
      await hold('ana');
      expect(await outcome('ben')).toEqual(['excused', null]);
      const next = (await world.records.sessions.where('state', '==', 'scheduled').get()).docs[0]?.id ?? '';
      expect(await refusalOf(excuse('ben', next))).toBe('resource-exhausted');
      expect(await refusalOf(excuse('ana', next))).toBe('failed-precondition'); // a week ahead
      expect(await refusalOf(excuse('ana'))).toBe('failed-precondition'); // it counts in full
      expect(await refusalOf(excuse('eve'))).toBe('not-found');
    });

    it('is excused after a no-show', async () => {
      await seen('ana', 0, 50);
      await hold('ana');
      expect(await outcome('ben')).toEqual(['no-show', 0]);
      await Promise.all([excuse('ben'), excuse('ben')]);
      expect(await attendance('ben')).toMatchObject({ outcome: 'excused', version: 2 });
      expect((await session()).attended['ben']).toBe('excused');
    });
  });

  it('holds back extra sessions alone from whoever missed most of the last ones', async () => {
    await begin('ana', 'ben');
    const missed = [1, 2, 3].map((n) => ({
      sessionId: `s${n}`,
      startsAt: at(-n * 1440),
      outcome: 'no-show' as const,
      credit: 0,
    }));
    await world.records.attendanceRecords
      .doc('ben')
      .set({ id: 'ben', sessions: missed, excuse: null, version: 3, schemaVersion: SCHEMA_VERSION });
    const podId = (await session()).podId;
    const propose = (by: string) =>
      world.desks.sessions.propose(by, {
        podId,
        clientMutationId: 'p',
        startsAt: '2026-03-05T17:00:00.000Z',
        minutes: 30,
      });
    expect(await refusalOf(propose('ben'))).toBe('failed-precondition');
    expect(await refusalOf(propose('ana'))).toBe('accepted');
  });
});
