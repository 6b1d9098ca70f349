export * from './streak-rule';
export * from './streak-document';
export * from './pod-streak';
