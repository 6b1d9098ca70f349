/** Where everything runs; the task queue's addresses are built from it too. */
export const REGION = 'us-central1';
