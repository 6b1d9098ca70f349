import { TestBed } from '@angular/core/testing';
import { aMember } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { Notices } from '../ui/notices';
import { Profile } from './profile';

let boundary: FakeBoundary;
const restart = () => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
  TestBed.configureTestingModule({ providers: boundary.providers() });
};
beforeEach(() => {
  localStorage.clear();
  boundary = new FakeBoundary();
  restart();
});

describe('the profile', () => {
  it('saves what was changed over the version that was seen', async () => {
    const screen = await show(Profile);
    await screen.fill('Name', 'Ana S.');
    await screen.press('Save');
    expect(boundary.asked).toEqual([
      {
        name: 'saveProfile',
        input: expect.objectContaining({ displayName: 'Ana S.', timeZone: 'Europe/Berlin', expectedVersion: 1 }),
      },
    ]);
    expect(
      TestBed.inject(Notices)
        .shown()
        .map(({ text }) => text),
    ).toEqual(['Saved.']);
  });

  it('shows what is wrong at its field, goes there, and asks nothing of the server', async () => {
    const screen = await show(Profile);
    await screen.fill('Name', '  ');
    await screen.press('Save');
    expect(screen.text()).toContain('The name is empty');
    expect(screen.field('Name').getAttribute('aria-describedby')).toBe('problem-displayName');
    expect(document.activeElement).toBe(screen.field('Name'));
    expect(boundary.asked).toEqual([]);
  });

  it('keeps what was typed over a reload, and the newer profile over an older draft', async () => {
    await (await show(Profile)).fill('Pronouns', 'she/her');
    restart();
    expect((await show(Profile)).field('Pronouns').value).toBe('she/her');
    boundary.member.next(aMember({ version: 2, pronouns: 'they/them' }));
    restart();
    expect((await show(Profile)).field('Pronouns').value).toBe('they/them');
  });

  it('explains a version that another device overtook', async () => {
    boundary.refuse('saveProfile', new CallRefused('aborted', 'Stale.'));
    const screen = await show(Profile);
    await screen.press('Save');
    expect(screen.text()).toContain('changed on another device');
  });

  it('asks whether to stay on home time, once', async () => {
    const screen = await show(Profile);
    expect(screen.text()).toContain('Your plan runs on Berlin time');
    await screen.press('Stay on home time');
    expect(screen.hasAct('Stay on home time')).toBe(false);
  });
});
