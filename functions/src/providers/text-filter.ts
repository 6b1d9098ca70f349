import { type TextVerdict } from '@podmates/domain/safety';

/**
 * Says whether a text may go out before others see it; `language` is its author's, two letters; null
 * lets pass only what passes in each. A filter that cannot answer throws, and the text stays with its author, who sends it again.
 */
export interface TextFilter {
  check(text: string, language: string | null): Promise<TextVerdict>;
}
