import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import { CALLABLES, fieldProblems, type FieldProblem as Problem, LIMITS, type Member } from '@podmates/domain';
import { Me } from '../accounts/me';
import { type ProfileForm, profileFormOf, SaveProfile } from '../accounts/save-profile';
import { ZoneQuestion } from '../accounts/zone-question';
import { Drafts } from '../drafts/drafts';
import { CallRefused } from '../firebase';
import { zoneGroups } from '../time/zones';
import { BusyButton } from '../ui/busy-button';
import { FieldProblem } from '../ui/field-problem';
import { Notices } from '../ui/notices';
import { Retry } from '../ui/retry';
import { EXPERIENCES } from './experiences';

interface Kept {
  readonly version: number;
  readonly form: ProfileForm;
}
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'version' in value && 'form' in value;

/** What the member says of themself, and who sees it. */
@Component({
  selector: 'app-profile',
  templateUrl: './profile.html',
  styleUrl: './profile.css',
  imports: [BusyButton, FieldProblem, Retry, ZoneQuestion],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Profile {
  private readonly saving = inject(SaveProfile);
  private readonly notices = inject(Notices);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly draft = inject(Drafts).draft('profile', isKept);
  protected readonly me = inject(Me);

  /** Begins with the stored profile, or with what was typed over that same version; a newer one from elsewhere replaces both. */
  private readonly kept = linkedSignal<Member | undefined, Kept | undefined>({
    source: this.me.profile,
    computation: (profile, before) => {
      if (!profile) return undefined;
      if (before?.value?.version === profile.version) return before.value;
      const typed = this.draft.read();
      return typed?.version === profile.version ? typed : { version: profile.version, form: profileFormOf(profile) };
    },
  });
  protected readonly form = computed(() => this.kept()?.form);
  protected readonly problems = signal<readonly Problem[]>([]);
  protected readonly refusal = signal('');
  protected readonly isSaving = signal(false);
  protected readonly zones = computed(() => zoneGroups([this.me.profile()?.timeZone ?? 'UTC']));
  protected readonly experiences = EXPERIENCES;
  protected readonly limits = LIMITS;

  constructor() {
    effect(() => {
      const [kept, profile] = [this.kept(), this.me.profile()];
      if (!kept || !profile) return;
      if (JSON.stringify(kept.form) === JSON.stringify(profileFormOf(profile))) this.draft.clear();
      else this.draft.write(kept);
    });
  }

  protected change(changes: Partial<ProfileForm>): void {
    this.kept.update((kept) => kept && { ...kept, form: { ...kept.form, ...changes } });
  }

  protected show(field: keyof ProfileForm['privacy'], isShown: boolean): void {
    const form = this.form();
    if (form) this.change({ privacy: { ...form.privacy, [field]: isShown ? 'podmates' : 'nobody' } });
  }

  protected problemOf(path: string): string | null {
    return this.problems().some((problem) => problem.path === path) ? `problem-${path}` : null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const kept = this.kept();
    if (!kept || this.isSaving()) return;
    const checked = CALLABLES.saveProfile.input.safeParse({ ...kept.form, expectedVersion: kept.version });
    this.refusal.set('');
    this.problems.set(checked.success ? [] : fieldProblems(checked.error));
    if (!checked.success) return this.goToFirstProblem();
    this.isSaving.set(true);
    try {
      await this.saving.save(kept.form, kept.version);
      this.notices.say('Saved.');
    } catch (error) {
      this.take(error);
    } finally {
      this.isSaving.set(false);
    }
  }

  private take(error: unknown): void {
    if (!(error instanceof CallRefused)) throw error;
    this.problems.set(error.fields);
    this.refusal.set(
      error.code === 'aborted'
        ? 'Your profile was changed on another device meanwhile. It is shown now; please look and save again.'
        : error.message,
    );
    this.goToFirstProblem();
  }

  /** After the problems are drawn, so that a screen reader hears field and problem together. */
  private goToFirstProblem(): void {
    setTimeout(() => this.element.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
}
