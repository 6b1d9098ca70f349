import { computed, inject, Injectable, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type ActionAnswer, type CoachAction, type CoachLine } from '@podmates/domain';
import { isOwnLine } from '@podmates/domain/coach';
import { Me } from '../../accounts/me';
import { CallRefused, Callables, CoachData } from '../../firebase';
import { Connection } from '../../shell/connection';
import { Room } from '../room';
import { type CitedNote } from './cited-line';
import { safetyKind } from './coach-words';

/** What the coach made of the session of this page, and what the member says to it. Listens once the session is over. */
@Injectable()
export class SessionCoach {
  private readonly data = inject(CoachData);
  private readonly callables = inject(Callables);
  private readonly room = inject(Room);
  private readonly me = inject(Me);
  readonly isOnline = inject(Connection).isOnline;
  readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');

  /** The newest version; null while there is none, or none is known. */
  readonly doc = computed(() => (this.room.summary.hasValue() ? this.room.summary.value() : null));
  private readonly overId = computed(() => (this.room.current()?.state === 'done' ? this.room.id() : undefined));

  readonly actions = rxResource({
    params: () => this.overId(),
    stream: ({ params: id }) => this.data.actions(id, this.room.selfId()),
  });
  private readonly open = rxResource({
    params: () => (this.overId() ? this.room.selfId() : undefined),
    stream: ({ params: memberId }) => this.data.openActionsOf(memberId),
  });
  private readonly allActions = computed(() => (this.actions.hasValue() ? this.actions.value() : []));
  readonly own = computed(() => this.allActions().filter(({ memberId }) => memberId === this.room.selfId()));
  /** What others do with theirs is for the pod to see, except what they laid aside. */
  readonly others = computed(() =>
    this.allActions().filter(({ memberId, status }) => memberId !== this.room.selfId() && status !== 'dismissed'),
  );
  readonly earlier = computed(() =>
    (this.open.hasValue() ? this.open.value() : []).filter(({ sessionId }) => sessionId !== this.room.id()),
  );

  readonly quizResult = rxResource({
    params: () => (this.doc()?.status === 'ready' ? this.overId() : undefined),
    stream: ({ params: id }) => this.data.quizResult(id, this.room.selfId()),
  });
  readonly result = computed(() => (this.quizResult.hasValue() ? this.quizResult.value() : null));
  /** The version whose questions were answered, where that is not the newest. */
  private readonly answeredDoc = rxResource({
    params: () => {
      const version = this.result()?.docVersion;
      return version !== undefined && version !== this.doc()?.version ? version : undefined;
    },
    stream: ({ params: version }) => this.data.version(this.room.id() ?? '', version, this.room.selfId()),
  });
  readonly questions = computed(
    () => (this.answeredDoc.hasValue() ? this.answeredDoc.value() : this.doc())?.quiz ?? this.doc()?.quiz ?? [],
  );

  /** Versions before the newest cost a read each, so they are read when somebody looks for them. */
  readonly wantsVersions = signal(false);
  readonly versions = rxResource({
    params: () => (this.wantsVersions() ? this.overId() : undefined),
    stream: ({ params: id }) => this.data.versions(id, this.room.selfId()),
  });

  private readonly notes = computed(
    () => new Map((this.room.notes.hasValue() ? this.room.notes.value() : []).map((note) => [note.id, note])),
  );
  /** Which of the coach's safety sentences stand on the reader's own notes. */
  readonly ownSafety = computed(
    () =>
      new Set(
        (this.doc()?.lines ?? [])
          .filter(({ noteIds }) => noteIds.some((id) => this.notes().get(id)?.authorId === this.room.selfId()))
          .flatMap(({ text }) => safetyKind(text) ?? []),
      ),
  );

  private readonly running = signal<ReadonlySet<string>>(new Set());
  private readonly problems = signal<Readonly<Record<string, string>>>({});

  readonly cited = (noteIds: readonly string[]): CitedNote[] =>
    noteIds.flatMap((id) => {
      const note = this.notes().get(id);
      return note ? { id, author: this.room.nameOf(note.authorId), text: note.text } : [];
    });
  readonly isBusy = (act: string): boolean => this.running().has(act);
  readonly problemOf = (act: string): string => this.problems()[act] ?? '';

  readonly answer = (action: CoachAction, answer: ActionAnswer, text?: string): Promise<boolean> =>
    this.run(action.id, () =>
      this.callables.call('answerCoachAction', {
        sessionId: action.sessionId,
        actionId: action.id,
        answer,
        ...(text === undefined ? {} : { text }),
      }),
    );

  /** Not one at a time: two boxes ticked quickly are two things done. */
  readonly tick = (action: CoachAction, place: number, isDone: boolean): Promise<boolean> =>
    this.run(`${action.id}-${place}`, () =>
      this.callables.call('tickChecklist', { sessionId: action.sessionId, actionId: action.id, place, isDone }),
    );

  readonly answerQuiz = (answers: readonly number[] | null): Promise<boolean> =>
    this.inSession(answers ? 'quiz' : 'skip', (sessionId) =>
      this.callables.call('answerQuiz', { sessionId, answers: answers && [...answers] }),
    );

  /** Whether a sentence stands on the reader's own notes alone, so that its words are theirs. */
  readonly isOwnLine = (line: CoachLine): boolean => isOwnLine(line, this.room.selfId(), [...this.notes().values()]);

  /** `text` null takes the sentence out. */
  readonly reword = (act: string, version: number, place: number, text: string | null): Promise<boolean> =>
    this.inSession(act, (sessionId) => this.callables.call('rewordCoachLine', { sessionId, version, place, text }));

  readonly restore = (version: number): Promise<boolean> =>
    this.inSession(`restore-${version}`, (sessionId) => this.callables.call('restoreCoachDoc', { sessionId, version }));

  readonly erase = (): Promise<boolean> =>
    this.inSession('erase', (sessionId) => this.callables.call('eraseCoachDoc', { sessionId }));

  private async inSession(act: string, ask: (sessionId: string) => Promise<unknown>): Promise<boolean> {
    const sessionId = this.room.id();
    return sessionId ? this.run(act, () => ask(sessionId)) : false;
  }

  /** False when it did not get through; `problemOf` then says why, in words for the person. */
  private async run(act: string, ask: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy(act)) return false;
    this.running.update((all) => new Set([...all, act]));
    this.problems.update((all) => ({ ...all, [act]: '' }));
    try {
      await ask();
      return true;
    } catch (problem) {
      const words = problem instanceof CallRefused ? problem.message : 'That did not get through. Please try again.';
      this.problems.update((all) => ({ ...all, [act]: words }));
      return false;
    } finally {
      this.running.update((all) => new Set([...all].filter((other) => other !== act)));
    }
  }
}
