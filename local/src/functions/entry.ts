/** What the local platform runs: everything that is deployed, and what only the local clock needs. */
export * from '../../../functions/src/index';
export * from './local-exports';
