import { type CheckIn, CheckInStatus, type FieldProblem, LIMITS, type Proof } from '@podmates/domain';
import { PROOF_TYPES } from '@podmates/domain/checkins';

/** What was said before, on this device or another. */
export type Said = Pick<CheckIn, 'status' | 'rpe' | 'win' | 'tweak' | 'proof' | 'visibility'>;

/** What the form holds: texts as typed, so that nothing is cut or lost on the way. */
export interface FormDraft {
  readonly status: CheckIn['status'];
  readonly rpe: number;
  readonly win: string;
  readonly tweak: string;
  readonly proofKind: Proof['kind'];
  readonly link: string;
  readonly steps: string;
  readonly visibility: CheckIn['visibility'];
}

export const STATUSES = [
  { value: 'done', name: 'Done', hint: 'as planned, or more' },
  { value: 'partly', name: 'Partly', hint: 'some of it counts' },
  { value: 'rest', name: 'Rest day', hint: 'neither adds nor ends' },
] as const satisfies readonly { value: CheckIn['status']; name: string; hint: string }[];

/** Borg CR10 in plain words; index 0 is 1. */
export const EFFORTS = [
  'very light',
  'light',
  'easy',
  'somewhat hard',
  'moderate',
  'quite hard',
  'hard',
  'very hard',
  'nearly all out',
  'all out',
] as const;

export const PROOFS = [
  { value: 'none', name: 'None' },
  { value: 'link', name: 'Link' },
  { value: 'steps', name: 'Steps' },
  { value: 'file', name: 'Photo or file' },
] as const satisfies readonly { value: Proof['kind']; name: string }[];

const MIDDLE_EFFORT = 5;

export function draftOf(existing: Said | null, fileOnItsWay: string | null = null): FormDraft {
  const proof = existing?.proof;
  const kind = proof?.kind ?? 'none';
  return {
    status: existing?.status ?? 'done',
    rpe: existing?.rpe ?? MIDDLE_EFFORT,
    win: existing?.win ?? '',
    tweak: existing?.tweak ?? '',
    proofKind: kind === 'none' && fileOnItsWay !== null ? 'file' : kind,
    link: proof?.kind === 'link' ? proof.url : '',
    steps: proof?.kind === 'steps' ? proof.text : '',
    visibility: existing?.visibility ?? 'pod',
  };
}

/** A new file follows the check-in; one that was attached before stays as it is. */
export function proofOf(draft: FormDraft, existing: Said | null): Proof {
  switch (draft.proofKind) {
    case 'none':
      return { kind: 'none' };
    case 'link':
      return { kind: 'link', url: draft.link.trim() };
    case 'steps':
      return { kind: 'steps', text: draft.steps };
    case 'file':
      return existing?.proof.kind === 'file' ? existing.proof : { kind: 'none' };
  }
}

export function fileProblem(file: File | null, existing: Said | null): FieldProblem[] {
  const problem = (message: string): FieldProblem[] => [{ path: 'proof.file', message }];
  if (!file) return existing?.proof.kind === 'file' ? [] : problem('is not chosen yet');
  if (!PROOF_TYPES.some((type) => type === file.type))
    return problem('is not a photo (JPEG, PNG, WebP) or a text file');
  if (file.size > LIMITS.proofBytes) return problem('is larger than 10 MB');
  if (file.type === 'text/plain' && file.size > LIMITS.proofText) return problem('is a text of more than 256 KB');
  return file.size === 0 ? problem('is empty') : [];
}

const TEXTS = ['win', 'tweak', 'link', 'steps'] as const;

/** Whether a kept draft still has this shape. */
export const isFormDraft = (value: unknown): value is FormDraft => {
  if (typeof value !== 'object' || value === null) return false;
  const field = (name: keyof FormDraft): unknown => Reflect.get(value, name);
  return (
    TEXTS.every((name) => typeof field(name) === 'string') &&
    CheckInStatus.safeParse(field('status')).success &&
    EFFORTS[Number(field('rpe')) - 1] !== undefined &&
    PROOFS.some((proof) => proof.value === field('proofKind')) &&
    ['pod', 'me'].includes(String(field('visibility')))
  );
};
