export * from './local-time';
export * from './clock-changes';
export * from './clock-offset';
