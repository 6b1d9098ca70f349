import { type Page } from 'playwright-core';
import { type MemberCard, Pod, Sprint } from '@podmates/domain';
import { PROJECT_ID, portBlock } from '../../../local/src/ports';
import { StoredDocuments } from '../stored-documents';

/**
 * A running sprint and a pod of two for the member, so that the pod page opens as it does for most. Resolves when
 * the member's own page, which must be open, has heard of it: what the device kept would send them to the start.
 */
export async function givenPod(portBase: number, member: { id: string; name: string }, page: Page): Promise<void> {
  const stored = new StoredDocuments({ firestorePort: portBlock(portBase).firestore, projectId: PROJECT_ID });
  const [sprintId, podId] = [`sprint-${member.id}`, `pod-${member.id}`];
  const { id: _sprint, ...sprint } = Sprint.parse(sprintOf(sprintId, podId, member.id));
  const { id: _pod, ...pod } = Pod.parse(
    podOf(podId, [cardOf(member), cardOf({ id: 'bench-mate', name: 'Bench Mate' })]),
  );
  await stored.put(`sprints/${sprintId}`, sprint);
  await stored.put(`pods/${podId}`, pod);
  await stored.change(`members/${member.id}`, { activeSprintId: sprintId, podId });
  await page.getByRole('link', { name: 'Pod', exact: true }).first().waitFor();
}

const cardOf = ({ id, name }: { id: string; name: string }): MemberCard => ({
  id,
  displayName: name,
  pronouns: null,
  timeZone: 'UTC',
  experience: 3,
  isDemo: false,
  pauses: [],
  streak: { current: 0, best: 0 },
});

const meeting = { weekday: 4, time: '18:00', minutes: 60 };
const always = { version: 1, schemaVersion: 1, createdAt: new Date() };

const podOf = (id: string, cards: MemberCard[]) => ({
  ...always,
  id,
  name: 'Bench',
  memberIds: cards.map((card) => card.id),
  cards,
  track: 'gym',
  timeZone: 'UTC',
  meeting,
  status: 'active',
});

const sprintOf = (id: string, podId: string, memberId: string) => ({
  ...always,
  id,
  memberId,
  podId,
  track: 'gym',
  template: { id: 'gym', version: 1, title: 'Gym', weeks: 6, minutes: 60 },
  goal: { title: 'Train', cadence: { kind: 'times-per-week', times: 1 } },
  slots: [{ weekday: 1, time: '18:00', minutes: 60, ifPart: 'it is six', thenPart: 'I train' }],
  backup: { weekday: 6, time: '10:00', minutes: 60, ifPart: 'I missed it', thenPart: 'I train' },
  availability: [{ weekday: 4, start: '18:00', end: '21:00' }],
  timeZone: 'UTC',
  dayStart: '04:00',
  startsOn: '2026-11-23',
  endsOn: '2027-01-03',
  status: 'active',
});
