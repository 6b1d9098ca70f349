export * from './local-time';
export * from './clock-changes';
export * from './clock-offset';
export * from './lived-days';
