import * as z from 'zod';
import { LIMITS } from './limits';

/** Nothing but what an address is written with: a space, a backslash or another alphabet only serves to look like one. */
const WRITTEN = /^[!#-;=?-Z_a-z~]+$/;
/**
 * After parsing: at whose meetings a session may be held (a subdomain of Zoom's is an organisation's, Meet has none), no
 * name or password, no port, no dot behind the host, and a meeting behind the slash.
 */
const MEETING =
  /^https:\/\/(?:(?:(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*zoom\.us|meet\.google\.com)\/[^/\s][^\s]*$/;
const NOT_ONE = 'is not a link to a Zoom or Google Meet meeting that begins with https://';

/** A link to a meeting at Zoom or Google Meet as a member gives it; the output is how it is stored. */
export const MeetingLink = z
  .string()
  .trim()
  .max(LIMITS.link, `is longer than ${LIMITS.link} characters`)
  .regex(WRITTEN, NOT_ONE)
  .pipe(z.url({ normalize: true, error: NOT_ONE, abort: true }))
  .refine((link) => link.length <= LIMITS.link && MEETING.test(link), NOT_ONE);

/** Whether a stored link still leads where one may lead; asked again where it is shown. */
export const isMeetingLink = (link: string): boolean => MeetingLink.safeParse(link).success;
