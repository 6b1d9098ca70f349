import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { CheckInInput, type FieldProblem as Problem, fieldProblems, LIMITS, type Slot } from '@podmates/domain';
import { PROOF_TYPES } from '@podmates/domain/checkins';
import { Drafts } from '../drafts/drafts';
import { Clock } from '../time/clock';
import { BusyButton, CountedText, FieldProblem } from '../ui';
import {
  EFFORTS,
  fileProblem,
  type FormDraft,
  draftOf,
  isFormDraft,
  PROOFS,
  proofOf,
  type Said,
  STATUSES,
} from './form-draft';

/** The check-in itself: under a minute, by keyboard alone if need be, and nothing typed is ever lost. */
@Component({
  selector: 'app-check-in-form',
  templateUrl: './check-in-form.html',
  styleUrl: './check-in-form.css',
  imports: [BusyButton, CountedText, FieldProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckInForm {
  private readonly drafts = inject(Drafts);
  private readonly clock = inject(Clock);
  readonly slot = input.required<Slot>();
  /** What was said before, when this is a change of it. */
  readonly existing = input<Said | null>(null);
  /** The name of a file that was chosen before and is not up yet: it stays unless something else is chosen. */
  readonly fileOnItsWay = input<string | null>(null);
  readonly isBusy = input(false);
  /** Somebody began to write: from now on the page stays with this day. */
  readonly begun = output<void>();
  readonly sent = output<{ input: CheckInInput; file: File | null; keepsFile: boolean }>();

  protected readonly statuses = STATUSES;
  protected readonly efforts = EFFORTS;
  protected readonly proofs = PROOFS;
  protected readonly accepted = PROOF_TYPES.join();
  protected readonly limit = LIMITS.checkInText;

  private readonly kept = computed(() => this.drafts.draft(`check-in.${this.slot().id}`, isFormDraft));
  protected readonly draft = signal<FormDraft>(draftOf(null));
  /** Files outlive no reload until they are in the outbox; the words do. */
  protected readonly file = signal<File | null>(null);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly effortWord = computed(() => EFFORTS[this.draft().rpe - 1] ?? '');
  private isTouched = false;

  constructor() {
    effect(() => {
      const kept = this.kept().read();
      untracked(() => {
        this.isTouched = kept !== null;
        this.draft.set(kept ?? draftOf(this.existing(), this.fileOnItsWay()));
      });
    });
    effect(() => {
      const existing = this.existing();
      // A check-in that arrives later fills the form only while nobody has begun to write.
      const isOnItsWay = this.fileOnItsWay();
      if (existing && !untracked(() => this.isTouched)) this.draft.set(draftOf(existing, isOnItsWay));
    });
  }

  protected change(changes: Partial<FormDraft>): void {
    if (!this.isTouched) this.begun.emit();
    this.isTouched = true;
    this.draft.update((draft) => ({ ...draft, ...changes }));
    this.problems.set([]);
    this.kept().write(this.draft());
  }

  protected choose(files: FileList | null): void {
    this.problems.set([]);
    this.file.set(files?.[0] ?? null);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.isBusy()) return;
    const draft = this.draft();
    const file = draft.proofKind === 'file' ? this.file() : null;
    const keepsFile = draft.proofKind === 'file' && file === null && this.fileOnItsWay() !== null;
    const said = CheckInInput.safeParse({
      slotId: this.slot().id,
      clientMutationId: crypto.randomUUID(),
      status: draft.status,
      rpe: draft.rpe,
      win: draft.win,
      tweak: draft.tweak,
      proof: proofOf(draft, this.existing()),
      visibility: draft.visibility,
      capturedAt: this.clock.now().toISOString(),
      clientSkewMs: this.clock.skew(),
    });
    const problems = [
      ...(said.success ? [] : fieldProblems(said.error)),
      ...(draft.proofKind === 'file' && !keepsFile ? fileProblem(file, this.existing()) : []),
    ];
    this.problems.set(problems);
    if (!said.success || problems.length > 0) return this.showFirstProblem();
    this.sent.emit({ input: said.data, file, keepsFile });
  }

  /** Once the outbox has the words. */
  forget(): void {
    this.kept().clear();
    this.isTouched = false;
  }

  protected hasProblem(path: string): boolean {
    return this.problems().some((problem) => problem.path === path);
  }

  private showFirstProblem(): void {
    setTimeout(() => document.querySelector<HTMLElement>('app-check-in-form [aria-invalid="true"]')?.focus());
  }
}
