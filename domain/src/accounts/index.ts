export * from './new-member';
export * from './preference-problems';
export * from './profile';
