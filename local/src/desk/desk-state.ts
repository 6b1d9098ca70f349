import { PATHS } from '@podmates/domain';
import { type Firestore, type Timestamp } from 'firebase-admin/firestore';
import { type LocalClock } from '../clock/local-clock';
import { LOCAL_PATHS } from '../functions/local-documents';

const NEWEST = 100;

/** What each event says until there are templates with words of their own. */
const SENTENCES: Record<string, string> = {
  'pod-proposed': 'A pod is proposed to you: look who is in it, and accept or ask for another.',
  'pod-formed': 'Your pod is complete. Your first session is on the schedule.',
  'pod-changed': 'Something changed in your pod. Look who is in it.',
  'pod-question': 'Your pod has a question for you.',
  'rematch-late': 'A rematch is late.',
  'podmates-wait': 'Somebody waits for you in the room.',
  'free-to-go': 'You waited ten minutes and may go; it counts in full.',
  'attendance-question': 'A podmate asks whether they were there.',
  'attendance-settled': 'Your attendance was looked at again.',
  'proof-refused': 'The file of a check-in cannot be shown. The check-in counts; send another file if you like.',
  nudged: 'A podmate thinks of you: a slot of yours is open.',
  'review-asked': 'A proof from another pod waits for your eyes. It takes a minute, and names nobody.',
  'proof-overturned':
    'Two people outside your pod could not see it in a proof of yours. Your check-in page says what you can do.',
  'challenge-decided': 'The second look that you asked for is done.',
  'streak-corrected': 'Something that came late counts after all. Your streak was counted anew.',
  'summary-ready': 'The summary of your session is there.',
  'pause-offered': 'A safety pause is on offer: your planned slots can rest for a while, and your streak with them.',
  'help-offered': 'Nobody has to carry heavy thoughts alone. A person of the team has been asked to get in touch.',
  'session-soon': 'Your session starts in ten minutes; the lobby is open.',
  'session-in-an-hour': 'Your session starts within the hour.',
  'time-proposed': 'A podmate proposes a time. You can agree or decline on the schedule.',
  'session-moved': 'Your pod agreed to another time for a session. It stands on the schedule.',
  'session-off': 'A session is called off, as too few can come.',
  'time-shifts': 'Soon your weekly meeting is at another time on your clock. The schedule says from when.',
};

/** Everything that the inbox page shows. Instants as ISO 8601 in UTC. */
export async function deskState(db: Firestore, clock: LocalClock) {
  const [visitors, sent] = await Promise.all([
    db.collection(PATHS.members).where('isDemo', '==', false).orderBy('createdAt', 'desc').limit(20).get(),
    db.collection(LOCAL_PATHS.inbox).orderBy('at', 'desc').limit(NEWEST).get(),
  ]);
  const people = visitors.docs.map((member) => ({ id: member.id, name: member.get('displayName') as string }));
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name;
  return {
    clock: clockState(clock),
    people,
    inbox: sent.docs
      .map((entry) => entry.data() as { memberId: string; event: string; at: Timestamp })
      .filter(({ memberId }) => nameOf(memberId) !== undefined)
      .map(({ memberId, event, at }) => ({
        to: nameOf(memberId),
        text: SENTENCES[event] ?? event,
        at: at.toDate().toISOString(),
      })),
  };
}

export function clockState(clock: LocalClock) {
  const now = clock.now();
  return { now: now.toISOString(), offsetMs: clock.offset };
}
