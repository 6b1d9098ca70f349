import { escapeHtml, page } from './page';

const PROVIDERS: Record<string, string> = {
  'google.com': 'Google',
  'microsoft.com': 'Microsoft',
  'github.com': 'GitHub',
};

/** Ready-made visitors, so that a second person is one click away. */
const VISITORS = [
  { name: 'Robin Field', email: 'robin@visitor.example' },
  { name: 'Noor Hale', email: 'noor@visitor.example' },
  { name: 'Sam Ortega', email: 'sam@visitor.example' },
];

/** The one account that may moderate; `add-moderator.ts` gives it the claim. */
export const MODERATOR = { name: 'Moderator', email: 'moderator@visitor.example' };

const accountButton = ({ name, email }: { name: string; email: string }) => `
  <li><button type="button" class="account" data-name="${escapeHtml(name)}" data-email="${escapeHtml(email)}">
    <strong>${escapeHtml(name)}</strong> <span>${escapeHtml(email)}</span>
  </button></li>`;

/**
 * The page that stands where a provider's own stands in production: pick or invent an account, nothing is checked.
 * Null when the query names no provider we know, or a page that is not this platform's web app.
 */
export function signInPage(query: URLSearchParams, allowedOrigins: readonly string[]): string | null {
  const provider = query.get('provider') ?? '';
  const origin = query.get('origin') ?? '';
  const label = PROVIDERS[provider];
  if (!label || !allowedOrigins.includes(origin)) return null;
  return page({
    title: `Sign in with ${label} (local)`,
    script: 'sign-in.js',
    body: `
    <p class="badge">Local stand-in for ${label}</p>
    <h1>Choose an account</h1>
    <p>No password, and nothing leaves this machine. The same e-mail is the same person with each provider.</p>
    <ul class="accounts" id="accounts">${[...VISITORS, MODERATOR].map(accountButton).join('')}</ul>
    <form id="invent" data-provider="${escapeHtml(provider)}" data-origin="${escapeHtml(origin)}">
      <h2>Or invent one</h2>
      <label>Name <input name="name" required maxlength="60" autocomplete="off" /></label>
      <label>E-mail <input name="email" type="email" required maxlength="200" autocomplete="off" /></label>
      <button class="primary">Continue</button>
    </form>`,
  });
}
