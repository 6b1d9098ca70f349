export * from './check-in-rule';
export * from './close-slot';
export * from './judge-receipt';
export * from './make-up';
export * from './check-in-verdict';
export * from './proof-content';
export * from './shown-proof';
