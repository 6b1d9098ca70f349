/** Needs the emulators: FIRESTORE_EMULATOR_HOST, and FIREBASE_STORAGE_EMULATOR_HOST for `storage.spec.ts`. */
module.exports = {
  ...require('../../jest.node.cjs'),
  displayName: 'rules',
  rootDir: __dirname,
  transformIgnorePatterns: ['/node_modules/(?!(fractional-indexing|stemmer|temporal-polyfill|temporal-utils)/)'],
  testTimeout: 30_000,
  // Each spec has a project of its own, but storage rules belong to the whole emulator.
  maxWorkers: 1,
};
