import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NextAct } from './next-act';

interface Words {
  readonly heading: string;
  readonly text: string;
  readonly act: string;
  readonly link: string;
}

/** The largest thing on the page: what to do next, and the one button for it. */
@Component({
  selector: 'app-next-act-card',
  imports: [RouterLink],
  templateUrl: './next-act-card.html',
  styleUrl: './next-act-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextActCard {
  readonly act = input.required<NextAct>();
  protected readonly words = computed(() => wordsFor(this.act()));
}

function wordsFor(act: NextAct): Words {
  switch (act.kind) {
    case 'join-session':
      return {
        heading: act.session.state === 'live' ? 'Your pod is in session' : 'The lobby is open',
        text: 'Your podmates are gathering. Come as you are.',
        act: 'Join session',
        link: `/session/${act.session.id}`,
      };
    case 'answer-proposal':
      return {
        heading: 'A pod could be yours',
        text: 'See who it is and when you would meet. It is open for a day.',
        act: 'See the proposal',
        link: '/matching',
      };
    case 'check-in':
      return {
        heading: 'How did it go?',
        text: 'A check-in takes less than a minute, also when it was only partly done.',
        act: 'Check in',
        link: `/check-in/${act.slot.id}`,
      };
    case 'await-match':
      return {
        heading: 'We are looking for your pod',
        text: 'You will see it here as soon as people fit.',
        act: 'See how it goes',
        link: '/matching',
      };
    case 'paused':
      return {
        heading: 'Matching is paused',
        text: 'Nobody is proposed to you until the day you chose. Your sprint goes on.',
        act: 'See until when',
        link: '/matching',
      };
    case 'find-pod':
      return {
        heading: 'Good to have company',
        text: 'Two or three people with the same kind of goal make it easier to keep going.',
        act: 'Find my pod',
        link: '/matching',
      };
    case 'nothing-now':
      return {
        heading: 'Nothing to do right now',
        text: 'Rest is part of the plan. Your podmates may like a hello.',
        act: 'Open your pod',
        link: '/pod',
      };
  }
}
