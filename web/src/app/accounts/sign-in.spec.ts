import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { show } from '../../testing/screen';
import { Callables, CallRefused, Identity, type Person, SignInStopped } from '../firebase';
import { SignIn } from './sign-in';

const signInWith = jest.fn();
const call = jest.fn();
let goTo: jest.SpyInstance;
beforeEach(() => {
  signInWith.mockReset().mockResolvedValue(undefined);
  call.mockReset().mockResolvedValue({ memberId: 'ana', isNew: true });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      {
        provide: Identity,
        useValue: { user: signal<Person | null>(null), whenKnown: () => Promise.resolve(), signInWith },
      },
      { provide: Callables, useValue: { call } },
    ],
  });
  goTo = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
});
afterEach(() => document.body.replaceChildren());

describe('signing in', () => {
  it.each([
    ['Continue with Google', 'google.com'],
    ['Continue with Microsoft', 'microsoft.com'],
    ['Continue with GitHub', 'github.com'],
  ])('"%s" goes to %s, enters, and leads a newcomer to the start', async (name, provider) => {
    const screen = await show(SignIn);
    await screen.press(name);
    expect(signInWith).toHaveBeenCalledWith(provider);
    expect(call).toHaveBeenCalledWith('enterPodmates', { timeZone: 'UTC', language: 'en' });
    expect(goTo).toHaveBeenCalledWith('/start');
  });

  it('leads somebody who was here before to today', async () => {
    call.mockResolvedValue({ memberId: 'ana', isNew: false });
    const screen = await show(SignIn);
    await screen.press('Continue with Google');
    expect(goTo).toHaveBeenCalledWith('/today');
  });

  it('says nothing when the person turned back', async () => {
    signInWith.mockRejectedValue(new SignInStopped());
    const screen = await show(SignIn);
    await screen.press('Continue with Google');
    expect(screen.element.querySelector('[role=alert]')).toBeNull();
    expect(goTo).not.toHaveBeenCalled();
  });

  it('says what the server said, and lets the person try again', async () => {
    call.mockRejectedValueOnce(new CallRefused('unavailable', 'Podmates did not answer.'));
    const screen = await show(SignIn);
    await screen.press('Continue with GitHub');
    expect(screen.element.querySelector('[role=alert]')?.textContent).toContain('did not answer');
    await screen.press('Continue with GitHub');
    expect(goTo).toHaveBeenCalledWith('/start');
  });
});
