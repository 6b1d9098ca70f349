import { inject, Injectable } from '@angular/core';
import { type CallableInput, type CallableName, type DecisionOption, type PodDecision } from '@podmates/domain';
import { OneAsk } from '../firebase';
import { Notices } from '../ui';

/** What a member can ask of their pod. One per page, so that one answer is awaited at a time. */
@Injectable()
export class PodActs {
  private readonly asking = new OneAsk();
  private readonly notices = inject(Notices);
  readonly busyWith = this.asking.busyWith;
  readonly refusal = this.asking.refusal;

  async answer(question: PodDecision, option: DecisionOption): Promise<void> {
    const { podId, id: decisionId } = question;
    if (await this.ask(decisionId, 'answerPodDecision', { podId, decisionId, option }))
      this.notices.say('Your answer is in.');
  }

  async leave(podId: string, looksForAnother: boolean): Promise<boolean> {
    const hasLeft = await this.ask('leave', 'leavePod', { podId, looksForAnother });
    if (hasLeft) this.notices.say(looksForAnother ? 'You left. We look for another pod.' : 'You left the pod.');
    return hasLeft;
  }

  async comeBack(): Promise<void> {
    if (await this.ask('come-back', 'returnToPod', {})) this.notices.say('Welcome back.');
  }

  async favour(memberId: string, isFavourite: boolean): Promise<boolean> {
    return this.ask(memberId, 'setFavourite', { memberId, isFavourite });
  }

  async muteNudges(memberId: string, isMuted: boolean): Promise<boolean> {
    return this.ask(memberId, 'muteNudges', { memberId, isMuted });
  }

  /** What follows for the pod is asked by the server, as a question to whoever blocked. */
  async block(memberId: string): Promise<boolean> {
    return this.ask(memberId, 'blockMember', { memberId });
  }

  async answerProposal(proposalId: string, answer: 'accept' | 'rematch'): Promise<void> {
    await this.ask(proposalId, 'answerProposal', { proposalId, answer });
  }

  private async ask<N extends CallableName>(what: string, name: N, input: CallableInput<N>): Promise<boolean> {
    return (await this.asking.ask(what, name, input)) !== null;
  }
}
