import {
  type CallableInput,
  type CallableOutput,
  DomainError,
  type Member,
  type Pod,
  type Session,
  type Sprint,
  type SuitedTime,
} from '@podmates/domain';
import { isWeeklyMeeting, nextMeeting } from '@podmates/domain/pods';
import {
  type Attendee,
  attendeeOf,
  burdensFrom,
  fairTurn,
  rankedTime,
  type RankedTime,
  suggestTimes as suggest,
} from '@podmates/domain/sessions';
import { wallTime } from '@podmates/domain/time';
import { type UnitOfWork } from '../store/unit-of-work';

/** Time for the others to see a proposal and to answer. */
const NOTICE_MS = 12 * 3_600_000;
/** The week that is looked at lies around the time that is to change. */
const HALF_A_WEEK_MS = 3.5 * 24 * 3_600_000;
const AHEAD: readonly Session['state'][] = ['draft', 'scheduled', 'lobby'];

/** Reads who could meet when, and ranks it for the pod: nobody's hours leave the server, only how a time suits them. */
export const suggestTimes = async (
  unit: UnitOfWork,
  memberId: string,
  input: CallableInput<'suggestTimes'>,
): Promise<CallableOutput<'suggestTimes'>> => {
  const { pod, moving, changing } = await readAsked(unit, memberId, input);
  const people = await unit.several(pod.memberIds.map((id) => unit.records.members.doc(id)));
  const sprints = await unit.several(
    people.flatMap(({ activeSprintId }) => activeSprintId ?? []).map((id) => unit.records.sprints.doc(id)),
  );
  const sprintOf = (id: string) => sprints.find((sprint) => sprint.memberId === id);
  const attendees = people.map((member) => attendeeOf(member, sprintOf(member.id) ?? null));
  // A pod meets about once a week, so these are few.
  const sessions = await unit.list(
    unit.records.sessions.where('podId', '==', pod.id).where('state', 'in', [...AHEAD, 'done']),
  );
  const soonest = new Date(unit.now.getTime() + NOTICE_MS);
  const near = changing ?? nextMeeting(pod, soonest);
  const from = new Date(Math.max(soonest.getTime(), changing ? near.getTime() - HALF_A_WEEK_MS : 0));
  const minutes = moving?.minutes ?? pod.meeting.minutes;
  const ranking = {
    attendees,
    podZone: pod.timeZone,
    minutes,
    from,
    near,
    burdens: burdensFrom(sessions, attendees, unit.now),
  };
  const times = suggest({
    ...ranking,
    backups: backupsOf(people, sprintOf),
    taken: sessions.filter(({ id, state }) => id !== moving?.id && state !== 'done').map(({ startsAt }) => startsAt),
    except: changing,
  });
  const turn = changing && fairTurn(ranking, changing);
  const shown = (id: string | null) => (id !== null && showsZone(people, memberId, id) ? id : null);
  const suited = (time: RankedTime) => suitedTime(time, { people, memberId });
  return {
    times: times.map((time) => ({ ...suited(time), isBackup: time.isBackup, relievesId: shown(time.relievesId) })),
    current: changing && suited(rankedTime(changing, { attendees, minutes })),
    turn: turn && { startsAt: turn.time.startsAt.toISOString(), relievesId: shown(turn.relievesId) },
  };
};

export const noSuchMeeting = (): DomainError =>
  new DomainError('invalid-argument', 'Your pod does not meet then.', [
    { path: 'insteadOf', message: 'is no weekly meeting of the pod' },
  ]);

async function readAsked(
  unit: UnitOfWork,
  memberId: string,
  input: CallableInput<'suggestTimes'>,
): Promise<{ pod: Pod; moving: Session | null; changing: Date | null }> {
  const pod = await unit.find(unit.records.pods.doc(input.podId));
  if (!pod?.memberIds.includes(memberId)) throw new DomainError('not-found', 'There is no such pod of yours.');
  if (input.sessionId === null) {
    const insteadOf = input.insteadOf === null ? null : new Date(input.insteadOf);
    if (insteadOf && !isWeeklyMeeting(pod, insteadOf)) throw noSuchMeeting();
    return { pod, moving: null, changing: insteadOf };
  }
  const moving = await unit.find(unit.records.sessions.doc(input.sessionId));
  if (moving?.podId !== pod.id) throw new DomainError('not-found', 'There is no such session of yours.');
  return { pod, moving, changing: moving.startsAt };
}

/** Only where everybody keeps one: a time that one of them keeps for something else is no backup of the pod. */
function backupsOf(
  people: readonly Member[],
  sprintOf: (id: string) => Sprint | undefined,
): { timeZone: Attendee['timeZone']; backup: Sprint['backup'] }[] {
  const backups = people.flatMap(({ id, timeZone }) => {
    const backup = sprintOf(id)?.backup;
    return backup ? [{ timeZone, backup }] : [];
  });
  return backups.length === people.length ? backups : [];
}

const showsZone = (people: readonly Member[], memberId: string, id: string): boolean =>
  id === memberId || people.some((one) => one.id === id && one.privacy.timeZone === 'podmates');

/** Who hides their zone is shown to others as suited or not, since early or late would tell it. */
function suitedTime(
  { startsAt, strains }: RankedTime,
  { people, memberId }: { people: readonly Member[]; memberId: string },
): SuitedTime {
  return {
    startsAt: startsAt.toISOString(),
    members: people.map(({ id, timeZone }) => {
      const comfort = strains[id]?.comfort ?? 'good';
      if (showsZone(people, memberId, id)) return { id, comfort, localTime: wallTime(startsAt, timeZone) };
      return { id, comfort: comfort === 'good' ? 'good' : 'outside-hours', localTime: null };
    }),
  };
}
