import { type Provider } from '@angular/core';
import { type AiConsent, CoachAction, CoachDoc, type QuizResult } from '@podmates/domain';
import { BehaviorSubject, defer, map, type Observable, throwError } from 'rxjs';
import { CoachData } from '../app/firebase';
import { NOW } from './examples';

/** The first version of what the coach made of the session `se1`. */
export const aCoachDoc = (over: Partial<CoachDoc> = {}): CoachDoc => ({
  ...CoachDoc.parse({
    id: `v${over.version ?? 1}`,
    sessionId: 'se1',
    version: 1,
    lines: [{ text: 'Ben Okafor – win: ran 5 km', noteIds: ['n1'] }],
    presentIds: ['ana', 'ben'],
    schemaVersion: 1,
    createdAt: NOW,
  }),
  ...over,
});

/** A step of Ana's, which she has not answered. */
export const aCoachAction = (over: Partial<CoachAction> = {}): CoachAction => ({
  ...CoachAction.parse({
    id: 'act1',
    sessionId: 'se1',
    podId: 'p1',
    memberId: 'ana',
    memberIds: ['ana', 'ben'],
    text: 'Book the Tuesday class',
    noteIds: ['n2'],
    checklist: [
      { text: 'The day and time it is booked for', isDone: false },
      { text: 'A confirmation, or who confirmed it', isDone: false },
    ],
    status: 'draft',
    answeredAt: null,
    version: 1,
    schemaVersion: 1,
    createdAt: NOW,
  }),
  ...over,
});

export const aQuestion = {
  question: 'Who noted this: “ran 5 km”',
  choices: ['You', 'Ben'],
  answer: 1,
  noteIds: ['n1'],
};

/** What the coach made, in memory. */
export class FakeCoach {
  /** Newest first. */
  readonly versions = new BehaviorSubject<CoachDoc[]>([]);
  readonly actions = new BehaviorSubject<CoachAction[]>([]);
  readonly quizResult = new BehaviorSubject<QuizResult | null>(null);
  readonly consent = new BehaviorSubject<AiConsent | null>(null);
  /** How often the versions were listened to. */
  versionListeners = 0;
  /** While set, listeners end with an error. */
  isBroken = false;

  providers(): Provider[] {
    const reads = {
      versions: () => {
        this.versionListeners += 1;
        return this.heard(this.versions);
      },
      version: (_id: string, version: number) =>
        this.versions.pipe(map((all) => all.find((doc) => doc.version === version) ?? null)),
      actions: (id: string) =>
        this.heard(this.actions.pipe(map((all) => all.filter(({ sessionId }) => sessionId === id)))),
      openActionsOf: (of: string) =>
        this.actions.pipe(map((all) => all.filter(({ memberId, status }) => memberId === of && status === 'accepted'))),
      quizResult: () => this.heard(this.quizResult),
      consent: () => this.heard(this.consent),
    };
    return [{ provide: CoachData, useValue: reads }];
  }

  private heard<T>(stored: Observable<T>): Observable<T> {
    return defer(() => (this.isBroken ? throwError(() => new Error('not now')) : stored));
  }
}
