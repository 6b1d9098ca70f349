import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { show } from '../../testing/screen';
import { Landing } from './landing';

const given = (wantsLessMotion: boolean) => {
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: () => ({ matches: wantsLessMotion }) });
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
};
afterEach(() => {
  jest.useRealTimers();
  document.body.replaceChildren();
});

describe('the landing page', () => {
  it('leads to the start', async () => {
    given(false);
    const screen = await show(Landing);
    expect(screen.act('Start a sprint').getAttribute('href')).toBe('/start');
  });

  it('moves its picture until it is paused', async () => {
    given(false);
    const screen = await show(Landing);
    expect(screen.hasAct('Pause the picture')).toBe(true);
    await screen.press('Pause the picture');
    expect(screen.hasAct('Play the picture')).toBe(true);
  });

  it('keeps still for those who ask for less motion', async () => {
    given(true);
    expect((await show(Landing)).hasAct('Play the picture')).toBe(true);
  });
});
