const { createCjsPreset } = require('jest-preset-angular/presets');

/** Pages read the device's zone; tests that say which one must not depend on the machine's. */
process.env.TZ = 'UTC';

/** Packages that ship only ES modules are compiled; everything else of node_modules is taken as it is. */
const COMPILED = [
  '.*\\.mjs$',
  '@angular',
  'firebase',
  '@firebase',
  'rxfire',
  'temporal-polyfill',
  'temporal-utils',
  'fractional-indexing',
  'stemmer',
];

module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'web',
  rootDir: __dirname,
  testEnvironment: 'jest-fixed-jsdom',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/setup-jest.ts'],
  transformIgnorePatterns: [`/node_modules/(?!(${COMPILED.join('|')}))`],
};
