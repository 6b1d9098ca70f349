import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type CoachActionStatus } from '@podmates/domain';
import { Retry } from '../../ui';
import { Room } from '../room';
import { SessionCoach } from './session-coach';
import { StepCard } from './step-card';

const STANDING: Record<CoachActionStatus, string> = {
  draft: 'not decided yet',
  suggested: 'was not there: a suggestion',
  accepted: 'took it on',
  dismissed: '',
  done: 'did it',
};

/** The member's own next steps to take on or lay aside, and what became of the others’. */
@Component({
  selector: 'app-next-steps',
  templateUrl: './next-steps.html',
  styleUrl: './next-steps.css',
  imports: [Retry, StepCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextSteps {
  private readonly room = inject(Room);
  protected readonly coach = inject(SessionCoach);

  protected readonly others = computed(() =>
    this.coach.others().map(({ id, memberId, text, status }) => ({
      id,
      text,
      name: this.room.nameOf(memberId),
      standing: STANDING[status],
      isSuggestion: status === 'suggested',
    })),
  );
}
