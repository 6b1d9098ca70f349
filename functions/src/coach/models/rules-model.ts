import { type CoachPrompt, writeByRules } from '@podmates/domain/coach';
import { type CoachModel, NO_TOKENS, type WriteLimits, type Written } from '../coach-model';

/** No model at all: the coach's own rules answer, here and at once. */
export class RulesModel implements CoachModel {
  readonly name = 'rules';

  async write(prompt: CoachPrompt, _limits: WriteLimits, signal?: AbortSignal): Promise<Written> {
    if (signal?.aborted) return { kind: 'timed-out', tokens: NO_TOKENS };
    return { kind: 'answer', text: writeByRules(prompt), tokens: NO_TOKENS };
  }
}
