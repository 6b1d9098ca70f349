const SETTING = 'PODMATES_VIDEO_DOMAIN';
/** A host and nothing else: what stands here goes into the page's policy as it is. */
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The origin of the video service as the deployment sets it; null where there is none. Ends the process for a wrong one. */
export function videoOrigin(environment) {
  const domain = environment[SETTING]?.trim();
  if (!domain) return null;
  if (!DOMAIN.test(domain)) stop(`${SETTING} is not a domain such as meet.example.org.`);
  return `https://${domain}`;
}
