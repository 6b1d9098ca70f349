export * from './sprint-templates';
export * from './plan-problems';
export * from './plan-sprint';
export * from './dst-preview';
export * from './slot-in-time';
export * from './change-availability';
export * from './sprint-days';
