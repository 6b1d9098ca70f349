import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const MARKS = {
  today: 'M4 11.500 12 4l8 7.500V20H4zM9.500 20v-6h5v6',
  pod: 'M8.500 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c0-3.300 2.700-6 6-6s6 2.700 6 6M16 4.500a3.500 3.500 0 0 1 0 6.500M17 14.200c2.600.600 4.500 3 4.500 5.800',
  schedule: 'M4 6h16v14H4zM4 10.500h16M8.500 3.500v4M15.500 3.500v4',
  streak:
    'M12 3c1 4 5.500 6.500 5.500 11.500a5.500 5.500 0 0 1-11 0c0-2.300 1.100-3.700 2.300-5.100 0 1.600.9 2.600 2 3.100.6-3-.3-6.500 1.200-9.500z',
  start: 'M12 5v14M5 12h14',
  matching: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.200 16.200 21 21',
  bell: 'M6 10a6 6 0 0 1 12 0c0 5 2 6.500 2 6.500H4S6 15 6 10zM10 19.500a2 2 0 0 0 4 0',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5',
} as const;
export type NavMarkName = keyof typeof MARKS;

/** Line drawings of the navigation; decoration beside their words. */
@Component({
  selector: 'app-nav-mark',
  template: '<svg viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="path()" /></svg>',
  styles: `
    :host {
      display: inline-block;
      flex: none;
    }
    svg {
      width: 1.5rem;
      height: 1.5rem;
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NavMark {
  readonly name = input.required<NavMarkName>();
  protected readonly path = computed(() => MARKS[this.name()]);
}
