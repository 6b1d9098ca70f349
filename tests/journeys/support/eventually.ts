const LOOK_EVERY_MS = 100;

/** Looks again until the check holds; its own failure is thrown when it never does. For what no locator can wait for. */
export async function eventually(check: () => Promise<void>, withinMs = 15_000): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
