export * from './check-in-rule';
export * from './close-slot';
