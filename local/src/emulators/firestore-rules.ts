import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../paths';
import { originOf, PROJECT_ID } from '../ports';

export const FIRESTORE_RULES = join(ROOT, 'firestore.rules');

/**
 * The copy that the emulators start with. firebase-tools watches the file it is given and pushes changes with a
 * field that hidane refuses, which ends everything; nobody changes the copy, and changes are pushed from here.
 */
export function copyRules(target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(FIRESTORE_RULES, target);
}

/** Puts the rules file into the running emulator. @throws Error with the emulator's own words when it refuses them. */
export async function pushRules(firestorePort: number): Promise<void> {
  const files = [{ name: 'firestore.rules', content: readFileSync(FIRESTORE_RULES, 'utf8') }];
  const answer = await fetch(`${originOf(firestorePort)}/emulator/v1/projects/${PROJECT_ID}:securityRules`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rules: { files } }),
  });
  if (!answer.ok) throw new Error(`The rules were refused, the earlier ones stay: ${await answer.text()}`);
}
