import { filterText } from '@podmates/domain/safety';
import { type TextFilter } from '../text-filter';

/** The word lists of the product itself: no text leaves the process. */
export class WordListFilter implements TextFilter {
  async check(text: string, language: string | null) {
    return filterText(text, language);
  }
}
