import * as z from 'zod';
import { LIMITS } from './limits';

/** Whose meetings a session may be held in. A subdomain of Zoom's is an organisation's; Meet has none. */
const HOST = /^(?:(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*zoom\.us$|^meet\.google\.com$/;
/** Nothing but what an address is written with: a space, a backslash or another alphabet only serves to look like one. */
const WRITTEN = /^[!#-;=?-Z_a-z~]+$/;
/** After parsing: no name or password, no port, no dot behind the host, and a meeting behind the slash. */
const MEETING = /^https:\/\/[a-z0-9.-]+[a-z]\/[^/\s][^\s]*$/;
const NOT_ONE = 'is not a link to a Zoom or Google Meet meeting that begins with https://';

/** A link to a meeting at Zoom or Google Meet as a member gives it; the output is how it is stored. */
export const MeetingLink = z
  .string()
  .trim()
  .max(LIMITS.link, `is longer than ${LIMITS.link} characters`)
  .regex(WRITTEN, NOT_ONE)
  .pipe(z.url({ protocol: /^https$/, hostname: HOST, normalize: true, error: NOT_ONE }))
  .refine((link) => link.length <= LIMITS.link && MEETING.test(link), NOT_ONE);

/** Whether a stored link still leads where one may lead; asked again where it is shown. */
export const isMeetingLink = (link: string): boolean => MeetingLink.safeParse(link).success;
