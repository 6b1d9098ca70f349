import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';

/** One page as a person meets it: by words and names, not by classes. */
export interface Screen {
  readonly element: HTMLElement;
  /** What is written on it, spaces made single. */
  text(): string;
  /** The button or link of that accessible name. */
  act(name: string): HTMLElement;
  hasAct(name: string): boolean;
  /** The control of that label. */
  field(label: string, nth?: number): HTMLInputElement;
  fill(label: string, value: string, nth?: number): Promise<void>;
  /** Chooses the radio button, or turns the checkbox over, of that label. */
  tick(label: string): Promise<void>;
  press(name: string): Promise<void>;
  settle(): Promise<void>;
}

export async function show<T>(page: Type<T>): Promise<Screen> {
  const fixture = TestBed.createComponent(page);
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (found: Element) => plain(found.getAttribute('aria-label') ?? found.textContent);
  const findAct = (name: string) =>
    [...element.querySelectorAll<HTMLElement>('button, a')].find((found) => nameOf(found) === name);
  const labelOf = (control: HTMLInputElement) =>
    plain(
      control.getAttribute('aria-label') ??
        control.labels?.[0]?.querySelector('.label, .word')?.textContent ??
        control.labels?.[0]?.textContent,
    );
  const settle = async () => {
    await fixture.whenStable();
    await new Promise((done) => setTimeout(done, 0));
    await fixture.whenStable();
  };
  const screen: Screen = {
    element,
    text: () => plain(element.textContent),
    act: (name) => {
      const found = findAct(name);
      if (!found)
        throw new Error(`No "${name}" among: ${[...element.querySelectorAll('button, a')].map(nameOf).join(' | ')}`);
      return found;
    },
    hasAct: (name) => findAct(name) !== undefined,
    field: (label, nth = 0) => {
      const controls = [...element.querySelectorAll<HTMLInputElement>('input, select, textarea')];
      const found = controls.filter((control) => labelOf(control) === label)[nth];
      if (!found) throw new Error(`No field "${label}" among: ${controls.map(labelOf).join(' | ')}`);
      return found;
    },
    fill: async (label, value, nth) => {
      const control = screen.field(label, nth);
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    },
    tick: async (label) => {
      screen.field(label).click();
      await settle();
    },
    press: async (name) => {
      screen.act(name).click();
      await settle();
    },
    settle,
  };
  await settle();
  return screen;
}
