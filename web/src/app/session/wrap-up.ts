import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { SafetyPause } from '../streak/safety-pause';
import { BusyButton } from '../ui';
import { CoachSummary } from './coach/coach-summary';
import { HelpCard } from './coach/help-card';
import { MicroQuiz } from './coach/micro-quiz';
import { NextSteps } from './coach/next-steps';
import { SessionCoach } from './coach/session-coach';
import { NotesPanel } from './notes-panel';
import { Room } from './room';
import { WhoIsHere } from './who-is-here';

/** After the live part: last notes, then what the coach made of them. */
@Component({
  selector: 'app-wrap-up',
  templateUrl: './wrap-up.html',
  styleUrl: './wrap-up.css',
  imports: [BusyButton, CoachSummary, HelpCard, MicroQuiz, NextSteps, NotesPanel, SafetyPause, WhoIsHere],
  providers: [SessionCoach],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WrapUp {
  protected readonly room = inject(Room);
  protected readonly coach = inject(SessionCoach);

  protected readonly isDone = computed(() => this.room.current()?.state === 'done');
}
