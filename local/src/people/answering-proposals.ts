import { attempt, type Circumstances, type Habit } from './circumstances';
import { chance, isDemo } from './choices';

const THINKING_MS = { least: 2_000, most: 6_000 } as const;

/** Demo people accept every proposal after a few seconds' thought. */
export class AnsweringProposals implements Habit {
  constructor(private readonly at: Circumstances) {}

  async follow(now: Date): Promise<void> {
    const open = await this.at.records.proposals.where('state', '==', 'open').get();
    for (const proposal of open.docs.map((found) => found.data())) {
      for (const memberId of proposal.memberIds) {
        if (!isDemo(memberId) || proposal.answers[memberId] !== 'waiting') continue;
        const span = THINKING_MS.most - THINKING_MS.least;
        const thinking = THINKING_MS.least + span * chance(this.at.seed, proposal.id, memberId);
        if (now.getTime() - proposal.createdAt.getTime() < thinking) continue;
        await attempt('answer a proposal', () =>
          this.at.accounts.call(memberId, 'answerProposal', { proposalId: proposal.id, answer: 'accept' }),
        );
      }
    }
  }
}
