import { type TextVerdict } from '@podmates/domain/safety';

/**
 * Says whether a text may go out before others see it; `language` is its author's, two letters. A filter that cannot
 * answer throws, and the text stays with its author, who sends it again.
 */
export interface TextFilter {
  check(text: string, language: string): Promise<TextVerdict>;
}
