import { signInPage } from './sign-in-page';

const ORIGINS = ['http://127.0.0.1:4000', 'http://localhost:4000'];
const pageFor = (query: string) => signInPage(new URLSearchParams(query), ORIGINS);

describe('the local sign-in page', () => {
  it.each(['google.com', 'microsoft.com', 'github.com'])('answers for %s', (provider) => {
    const html = pageFor(`provider=${provider}&origin=http://127.0.0.1:4000`);
    expect(html).toContain(`data-provider="${provider}"`);
    expect(html).toContain('data-origin="http://127.0.0.1:4000"');
  });

  it('has an account that may moderate', () =>
    expect(pageFor('provider=google.com&origin=http://127.0.0.1:4000')).toContain(
      'data-email="moderator@visitor.example"',
    ));

  it('hands no account to another page', () =>
    expect(pageFor('provider=google.com&origin=https://elsewhere.example')).toBeNull());

  it('knows no other provider', () => expect(pageFor('provider=x.com&origin=http://127.0.0.1:4000')).toBeNull());
});
