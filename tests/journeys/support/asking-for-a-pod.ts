import { type Page } from 'playwright-core';

/** The common hours that one tap adds. */
type CommonHours = 'Workday mornings' | 'Lunch breaks' | 'Workday evenings' | 'Weekend mornings';

/** Plans a sprint on the pages, as the template has it, and asks for a pod. `also`: what else is done beside the hours. */
export async function askForPod(
  page: Page,
  p: { hours: CommonHours; also?: (page: Page) => Promise<void> },
): Promise<void> {
  await page.goto('/start');
  await page.getByRole('radio', { name: /Gym/ }).check();
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: p.hours }).click();
  await p.also?.(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Find my pod' }).click();
  await page.waitForURL('**/matching');
}

/**
 * Only among women: demo people have not said who they are, so nobody but another visitor can be proposed. It is the
 * one way to wait on a platform where company comes to everybody.
 */
export async function amongWomen(page: Page): Promise<void> {
  await page.getByLabel('You are').selectOption('A woman');
  await page.getByLabel('Be in a pod with').selectOption('Only women');
}

/** A sprint with slots and nobody to meet: for who checks in alone. They leave the queue, so that nobody finds company from it. */
export async function startAlone(page: Page): Promise<void> {
  await askForPod(page, { hours: 'Workday evenings', also: amongWomen });
  await page.getByRole('button', { name: 'Leave queue' }).click();
  await page.getByText('You are not in the queue').waitFor();
}
