export * from './cheering';
export * from './nudging';
export * from './challenging';
export * from './challenge-record';
export * from './reviewing';
export * from './reviewers';
export * from './audits';
