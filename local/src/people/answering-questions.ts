import { type DecisionOption, PodDecision } from '@podmates/domain';
import { type Firestore } from 'firebase-admin/firestore';
import { converterFor } from '../../../functions/src/store/converter';
import { attempt, type Circumstances, type Habit } from './circumstances';
import { chance, isDemo } from './choices';

const THINKING_MS = { least: 2_000, most: 6_000 } as const;

/** Demo people stay with visitors and are glad of company; without one they do not go on alone. */
const ANSWERS: Record<PodDecision['kind'], DecisionOption> = {
  degraded: 'exit',
  unfilled: 'exit',
  vacancy: 'fill',
  rematch: 'continue',
  'still-in': 'in',
  trial: 'stay',
  separation: 'stay-moved',
  'go-along': 'stay',
};

/** Demo people answer what their pod is asked after a few seconds' thought. */
export class AnsweringQuestions implements Habit {
  constructor(
    private readonly at: Circumstances,
    private readonly db: Firestore,
  ) {}

  async follow(now: Date): Promise<void> {
    const decisions = this.db.collectionGroup('decisions').withConverter(converterFor(PodDecision));
    const open = await decisions.where('state', '==', 'open').get();
    for (const decision of open.docs.map((found) => found.data())) {
      for (const memberId of decision.askedIds) {
        if (!isDemo(memberId) || memberId in decision.answers) continue;
        const span = THINKING_MS.most - THINKING_MS.least;
        const thinking = THINKING_MS.least + span * chance(this.at.seed, decision.id, memberId);
        if (now.getTime() - decision.createdAt.getTime() < thinking) continue;
        const { podId, id: decisionId, kind } = decision;
        const option = ANSWERS[kind];
        await attempt('answer a question', () =>
          this.at.accounts.call(memberId, 'answerPodDecision', { podId, decisionId, option }),
        );
      }
    }
  }
}
