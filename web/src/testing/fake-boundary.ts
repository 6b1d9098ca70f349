import { type EnvironmentProviders, type Provider, signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import {
  type ChallengeRecord,
  type CheckIn,
  type CallableName,
  type FeedEvent,
  type MatchRequest,
  type Member,
  type MemberStatus,
  type Pod,
  type PodDecision,
  type PodMessage,
  type Proposal,
  type Relations,
  type Review,
  type Reviewer,
  type Session,
  type Slot,
  type Sprint,
  type Streak,
} from '@podmates/domain';
import { BehaviorSubject, defer, type Observable, throwError } from 'rxjs';
import {
  Callables,
  type CallRefused,
  Identity,
  MatchData,
  MemberData,
  PeerData,
  PodData,
  RelationData,
  SessionData,
  SprintData,
} from '../app/firebase';
import { Connection } from '../app/shell/connection';
import { Clock } from '../app/time/clock';
import { aMember, NOW } from './examples';

/** The Firebase boundary in memory: a test sets what is stored, and reads what was asked and sent. */
export class FakeBoundary {
  readonly member = new BehaviorSubject<Member | null>(aMember());
  readonly sprint = new BehaviorSubject<Sprint | null>(null);
  readonly streak = new BehaviorSubject<Streak | null>(null);
  readonly slots = new BehaviorSubject<Slot[]>([]);
  readonly checkIn = new BehaviorSubject<CheckIn | null>(null);
  readonly hardCheckIns = new BehaviorSubject<CheckIn[]>([]);
  readonly request = new BehaviorSubject<MatchRequest | null>(null);
  readonly relations = new BehaviorSubject<Relations | null>(null);
  readonly earlierProposals = new BehaviorSubject<Proposal[]>([]);
  readonly proposal = new BehaviorSubject<Proposal | null>(null);
  readonly pod = new BehaviorSubject<Pod | null>(null);
  readonly questions = new BehaviorSubject<PodDecision[]>([]);
  readonly feed = new BehaviorSubject<FeedEvent[]>([]);
  readonly messages = new BehaviorSubject<PodMessage[]>([]);
  readonly challengeRecord = new BehaviorSubject<ChallengeRecord | null>(null);
  readonly reviewer = new BehaviorSubject<Reviewer | null>(null);
  readonly reviews = new BehaviorSubject<Review[]>([]);
  readonly sessions = new BehaviorSubject<Session[]>([]);
  /** While set, every listener ends with an error. */
  isBroken = false;
  isModerator = false;

  readonly asked: { readonly name: CallableName; readonly input: unknown }[] = [];
  readonly answers = new Map<CallableName, (input: unknown) => unknown>();
  readonly isOnline = signal(true);
  readonly seconds = signal(NOW.getTime() / 1000);

  refuse(name: CallableName, refusal: CallRefused): void {
    this.answers.set(name, () => {
      throw refusal;
    });
  }

  providers(): (Provider | EnvironmentProviders)[] {
    const person = signal({ id: 'ana', displayName: 'Ana Silva', email: 'ana@example.org' });
    return [
      provideRouter([]),
      {
        provide: Identity,
        useValue: {
          user: person,
          memberId: () => person().id,
          whenKnown: () => Promise.resolve(),
          isModerator: () => Promise.resolve(this.isModerator),
        },
      },
      {
        provide: Clock,
        useValue: { seconds: this.seconds, now: () => new Date(this.seconds() * 1000), skew: () => 0 },
      },
      { provide: Connection, useValue: { isOnline: this.isOnline } },
      { provide: Callables, useValue: { call: (name: CallableName, input: unknown) => this.call(name, input) } },
      { provide: MemberData, useValue: { me: () => this.member, status: () => new BehaviorSubject(ACTIVE) } },
      {
        provide: SprintData,
        useValue: {
          sprint: () => this.sprint,
          streak: () => this.streak,
          slotsOf: () => this.heard(this.slots),
          checkIn: () => this.checkIn,
          checkInsFrom: () => this.heard(this.hardCheckIns),
        },
      },
      {
        provide: MatchData,
        useValue: { request: () => this.heard(this.request), openProposal: () => this.heard(this.proposal) },
      },
      {
        provide: RelationData,
        useValue: {
          relations: () => this.heard(this.relations),
          proposalsTo: () => this.heard(this.earlierProposals),
        },
      },
      {
        provide: PodData,
        useValue: {
          pod: () => this.heard(this.pod),
          questions: () => this.heard(this.questions),
          feed: () => this.heard(this.feed),
          messages: () => this.heard(this.messages),
        },
      },
      {
        provide: PeerData,
        useValue: {
          challengeRecord: () => this.heard(this.challengeRecord),
          reviewer: () => this.heard(this.reviewer),
          reviews: () => this.heard(this.reviews),
        },
      },
      { provide: SessionData, useValue: { upcomingFor: () => this.heard(this.sessions) } },
    ];
  }

  private async call(name: CallableName, input: unknown): Promise<unknown> {
    this.asked.push({ name, input });
    await Promise.resolve();
    const answer = this.answers.get(name)?.(input);
    return answer ?? (name === 'sendMessage' ? { messageId: 'sent-1', state: 'sent', showsHelp: false } : {});
  }

  private heard<T>(stored: Observable<T>): Observable<T> {
    return defer(() => (this.isBroken ? throwError(() => new Error('not now')) : stored));
  }
}

const ACTIVE: MemberStatus = { id: 'ana', status: 'active', changedAt: NOW };
