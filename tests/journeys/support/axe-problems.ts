import AxeBuilder from '@axe-core/playwright';
import { type Page } from 'playwright-core';

/** What axe finds wrong with a page as it is shown, each rule with the parts that break it. */
export async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
