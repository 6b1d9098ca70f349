import { inject, Injectable } from '@angular/core';
import { type CallableInput, type CallableName, type CallableOutput, type Relaxation } from '@podmates/domain';
import { hourWindows } from '@podmates/domain/matching';
import { Me } from '../accounts/me';
import { OneAsk } from '../firebase';
import { sayLocalDay } from '../schedule/say-time';
import { addWindows } from '../start/availability-windows';
import { Clock } from '../time/clock';
import { Notices } from '../ui';

/** What a member can ask of matching. One per page, so that one answer is awaited at a time. */
@Injectable()
export class MatchActs {
  private readonly asking = new OneAsk<CallableName>();
  private readonly clock = inject(Clock);
  private readonly me = inject(Me);
  private readonly notices = inject(Notices);

  readonly asked = this.asking.busyWith;
  readonly isBusy = this.asking.isBusy;
  readonly refusal = this.asking.refusal;

  async answer(proposalId: string, answer: 'accept' | 'rematch'): Promise<void> {
    const outcome = await this.ask('answerProposal', { proposalId, answer });
    if (!outcome) return;
    if (outcome.state === 'formed') this.notices.say('Your pod is formed. Say hello.');
    else if (answer === 'rematch') this.notices.say('You keep your place. We look for other people.');
  }

  async leaveQueue(): Promise<void> {
    if (await this.ask('cancelMatch', {})) this.notices.say('You left the queue.');
  }

  async joinQueue(): Promise<void> {
    if (await this.ask('requestMatch', {})) this.notices.say('You are in the queue again.');
  }

  async pause(until: { readonly day: string; readonly at: Date }): Promise<void> {
    if (await this.ask('snoozeMatching', { until: until.at.toISOString() }))
      this.notices.say(`Paused. You are back on ${sayLocalDay(until.day)}.`);
  }

  async wakeUp(): Promise<void> {
    if (await this.ask('snoozeMatching', { until: null })) this.notices.say('You are back. The search goes on.');
  }

  /** Allows what a waiting member was offered; each can be taken back from the notice. */
  async relax(relaxation: Relaxation, words: string): Promise<void> {
    if (relaxation.kind === 'allow-size') await this.allowSize(relaxation.size);
    else await this.addHours(relaxation, words);
  }

  private async allowSize(size: 2 | 3 | 4): Promise<void> {
    const before = this.me.profile()?.preferences;
    if (!before) return;
    const preferences = { ...before, sizes: [...new Set([...before.sizes, size])].sort() };
    if (await this.ask('saveMatchPreferences', { preferences }))
      this.sayUndoable('Allowed. The search goes on with it.', 'saveMatchPreferences', { preferences: before });
  }

  private async addHours(added: { readonly from: number; readonly until: number }, words: string): Promise<void> {
    const sprint = this.me.sprint.hasValue() ? this.me.sprint.value() : null;
    if (!sprint) return;
    const before = { availability: sprint.availability };
    const windows = hourWindows(added, sprint.timeZone, this.clock.now());
    if (await this.ask('saveAvailability', { availability: addWindows(sprint.availability, windows) }))
      this.sayUndoable(`${words} is added to your hours.`, 'saveAvailability', before);
  }

  private sayUndoable<N extends CallableName>(text: string, name: N, before: CallableInput<N>): void {
    const undo = async () => {
      if (await this.ask(name, before)) this.notices.say('Taken back.');
    };
    this.notices.say(text, { label: 'Undo', run: () => void undo() });
  }

  private async ask<N extends CallableName>(name: N, input: CallableInput<N>): Promise<CallableOutput<N> | null> {
    return (await this.asking.ask(name, name, input))?.output ?? null;
  }
}
