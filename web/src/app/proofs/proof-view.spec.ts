import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type ProofKind } from '@podmates/domain';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { ProofView } from './proof-view';

const kind = signal<ProofKind>('image');
@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  selector: 'app-host',
  template: '<app-proof-view slotId="s1_0" owner="Ben" [kind]="kind()" />',
  imports: [ProofView],
})
class Host {
  protected readonly kind = kind;
}

describe('a proof of somebody', () => {
  let boundary: FakeBoundary;
  const urls: string[] = [];
  beforeEach(() => {
    boundary = new FakeBoundary();
    TestBed.configureTestingModule({ providers: boundary.providers() });
    urls.length = 0;
    URL.createObjectURL = () => urls[urls.push(`blob:photo-${urls.length}`) - 1] ?? '';
    URL.revokeObjectURL = (url) => void urls.splice(urls.indexOf(url), 1);
  });
  afterEach(() => document.body.replaceChildren());

  it('is fetched when it is asked for, and let go of with the page', async () => {
    kind.set('image');
    boundary.answers.set('openProof', () => ({ kind: 'image', contentType: 'image/webp', base64: btoa('pixels') }));
    const screen = await show(Host);
    expect(boundary.asked).toEqual([]);
    await screen.press('See the photo');
    expect(boundary.asked).toEqual([{ name: 'openProof', input: { slotId: 's1_0' } }]);
    const photo = screen.element.querySelector('img');
    expect(photo?.src).toBe('blob:photo-0');
    expect(photo?.alt).toBe('The photo that Ben checked in with');
    await screen.press('Hide the photo');
    expect(urls).toEqual([]);
    await screen.press('See the photo');
    expect(urls).toHaveLength(1);
    TestBed.resetTestingModule();
    expect(urls).toEqual([]);
  });

  it('shows text as text', async () => {
    kind.set('text');
    const base64 = btoa('<img src=x onerror=alert(1)> done');
    boundary.answers.set('openProof', () => ({ kind: 'text', contentType: 'text/plain; charset=utf-8', base64 }));
    const screen = await show(Host);
    await screen.press('See the text');
    expect(screen.text()).toContain('<img src=x onerror=alert(1)> done');
    expect(screen.element.querySelector('img')).toBeNull();
  });

  it.each([
    ['not-found', 'It is not open to you any more.'],
    ['unavailable', 'It could not be fetched now.'],
  ] as const)('says so when it cannot be had: %s', async (code, words) => {
    boundary.answers.set('openProof', () => {
      throw new CallRefused(code, 'No.');
    });
    const screen = await show(Host);
    screen.element.querySelector('button')?.click();
    await screen.settle();
    expect(screen.text()).toContain(words);
    expect(screen.element.querySelector('button')).not.toBeNull();
  });
});
