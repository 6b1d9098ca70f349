export * from './callables';
export * from './domain-error';
