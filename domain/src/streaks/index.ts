export * from './streak-rule';
export * from './streak-document';
