import { signal } from '@angular/core';
import { Flip } from './flip';

describe('a switch whose position the server keeps', () => {
  const stored = signal(false);
  let sent: boolean[];
  let answers: ((isThrough: boolean) => void)[];
  let flip: Flip;
  const answer = async (isThrough = true) => {
    answers.shift()?.(isThrough);
    await new Promise((done) => setTimeout(done, 0));
  };

  beforeEach(() => {
    stored.set(false);
    sent = [];
    answers = [];
    flip = new Flip(stored, (isOn) => {
      sent.push(isOn);
      return new Promise((resolve) => answers.push(resolve));
    });
  });

  it('shows a flip before the server has it, and follows what is stored afterwards', async () => {
    void flip.turn(true);
    expect(flip.isOn()).toBe(true);
    await answer();
    expect(flip.isOn()).toBe(true);
    stored.set(true);
    expect(flip.isOn()).toBe(true);
    stored.set(false); // on another device
    expect(flip.isOn()).toBe(false);
  });

  it('tells the last of two quick flips after the first', async () => {
    void flip.turn(true);
    void flip.turn(false);
    expect(sent).toEqual([true]);
    await answer();
    expect(sent).toEqual([true, false]);
    stored.set(true); // the first one comes back late
    expect(flip.isOn()).toBe(false);
    await answer();
    stored.set(false);
    expect(flip.isOn()).toBe(false);
    stored.set(true); // on another device
    expect(flip.isOn()).toBe(true);
  });

  it('goes back where it did not get through', async () => {
    void flip.turn(true);
    await answer(false);
    expect(flip.isOn()).toBe(false);
  });
});
