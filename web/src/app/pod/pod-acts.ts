import { inject, Injectable, signal } from '@angular/core';
import { type CallableInput, type CallableName, type DecisionOption, type PodDecision } from '@podmates/domain';
import { Callables, CallRefused } from '../firebase';
import { Notices } from '../ui';

/** What a member can ask of their pod. One per page, so that one answer is awaited at a time. */
@Injectable()
export class PodActs {
  private readonly callables = inject(Callables);
  private readonly notices = inject(Notices);

  /** What an answer is awaited for; null while nothing is. */
  readonly busyWith = signal<string | null>(null);
  /** The server's words when it said no; empty once something else is asked. */
  readonly refusal = signal('');

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
    if (this.busyWith() !== null) return false;
    this.busyWith.set(what);
    this.refusal.set('');
    try {
      await this.callables.call(name, input);
      return true;
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set(error.message);
      return false;
    } finally {
      this.busyWith.set(null);
    }
  }
}
