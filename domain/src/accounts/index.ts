export * from './new-member';
export * from './profile';
