import { LIMITS, type Member, NO_PREFERENCES, SCHEMA_VERSION, TimeZone, UNPRINTABLE, VISIBLE } from '../documents';

const DEFAULT_NAME = 'New member';
const DEFAULT_ZONE = 'UTC';
const DEFAULT_LANGUAGE = 'en';
const EACH_UNPRINTABLE = new RegExp(UNPRINTABLE, 'gu');

/** A member from what the sign-in told. Whatever is missing or cannot be stored gets a safe default; nothing throws. */
export function newMember(p: {
  id: string;
  displayName: string | null | undefined;
  email: string | null | undefined;
  timeZone: string;
  language: string;
  isDemo: boolean;
  now: Date;
}): Member {
  const email = p.email ?? '';
  return {
    id: p.id,
    displayName: storableName(p.displayName ?? ''),
    email: email.length <= 320 ? email : '',
    pronouns: '',
    timeZone: TimeZone.safeParse(p.timeZone).success ? p.timeZone : DEFAULT_ZONE,
    privacy: { pronouns: 'podmates', timeZone: 'podmates' },
    isAdult: false,
    language: /^[a-z]{2}$/.test(p.language) ? p.language : DEFAULT_LANGUAGE,
    experience: 1,
    preferences: NO_PREFERENCES,
    podId: null,
    activeSprintId: null,
    seenAt: p.now,
    wayBack: null,
    isDemo: p.isDemo,
    pauses: [],
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
}

function storableName(told: string): string {
  const printable = told.replace(EACH_UNPRINTABLE, ' ').replace(/\s+/gu, ' ').trim();
  if (!VISIBLE.test(printable)) return DEFAULT_NAME;
  let name = '';
  // By code point, because a cut through a surrogate pair is no text.
  for (const character of printable) {
    if (name.length + character.length > LIMITS.displayName) break;
    name += character;
  }
  return name.trim();
}
