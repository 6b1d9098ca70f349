/** Journeys: real Chromium against the whole product, started as a newcomer would (`npm start`). One after the other: the machine is small. */
module.exports = {
  ...require('../../jest.node.cjs'),
  displayName: 'journeys',
  rootDir: __dirname,
  globalSetup: './support/start-platform.ts',
  globalTeardown: './support/stop-platform.ts',
  testTimeout: 180_000,
  maxWorkers: 1,
  testSequencer: './support/by-name.cjs',
};
