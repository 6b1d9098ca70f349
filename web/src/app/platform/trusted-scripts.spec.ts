import { isKnownScript } from './trusted-scripts';

describe('scripts the page may load', () => {
  it.each([
    ['/ngsw-worker.js', true],
    ['https://apis.google.com/js/api.js?onload=x', true],
    ['/other.js', false],
    ['https://apis.google.com.example.org/js/api.js', false],
    ['data:text/javascript,alert(1)', false],
  ])('%s: %s', (address, isKnown) => expect(isKnownScript(new URL(address, location.origin))).toBe(isKnown));
});
