export * from './documents';
export * from './contracts';
