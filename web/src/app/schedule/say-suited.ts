import { type CallableOutput, type SuitedTime } from '@podmates/domain';

type SuitedMember = SuitedTime['members'][number];
type Suggestion = CallableOutput<'suggestTimes'>['times'][number];

interface Names {
  readonly selfId: string;
  /** As the pod knows them. */
  readonly names: Readonly<Record<string, string>>;
}

const COMFORT_WORDS: Record<SuitedMember['comfort'], string> = {
  good: '',
  'outside-hours': 'outside of the hours named',
  early: 'early',
  late: 'late',
  night: 'at night',
};

const nameOf = (id: string, { selfId, names }: Names): string => (id === selfId ? 'you' : (names[id] ?? 'a podmate'));

/** How a time suits one of the pod: `21:00 for Ben, late`; without their zone `suits Ben`. */
export function saySuited(member: SuitedMember, p: Names): string {
  const name = nameOf(member.id, p);
  const words = COMFORT_WORDS[member.comfort];
  if (member.localTime === null) return words ? `${name}: ${words}` : `suits ${name}`;
  return `${member.localTime} for ${name}${words ? `, ${words}` : ''}`;
}

/** Why a time is suggested before others; empty where its hours speak for themselves. */
export function sayWhy({ isBackup, relievesId }: Suggestion, p: Names): string {
  if (isBackup) return 'In everybody’s backup slot';
  if (relievesId === null) return '';
  const have = relievesId === p.selfId ? 'have' : 'has';
  return `Easier on ${nameOf(relievesId, p)}, who ${have} had the early and late hours lately`;
}
