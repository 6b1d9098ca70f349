import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Brand } from '../ui/brand';
import { SessionPicture } from './session-picture';

const STEPS: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'Plan', text: 'Three slots a week that say when and what, and one in reserve.' },
  { name: 'Match', text: 'One to three people with your goal, and free hours in common.' },
  { name: 'Meet', text: 'One live hour a week, with an agenda that moves for everybody.' },
  { name: 'Check in', text: 'Under a minute after each slot; a streak that forgives a bad day.' },
];

@Component({
  selector: 'app-landing',
  templateUrl: './landing.html',
  styleUrl: './landing.css',
  imports: [Brand, RouterLink, SessionPicture],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Landing {
  protected readonly steps = STEPS;
}
