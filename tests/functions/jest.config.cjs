// The client would otherwise look for a cloud machine's metadata, seconds long, before the first read.
process.env.METADATA_SERVER_DETECTION = 'none';

/** Needs the Firestore emulator: FIRESTORE_EMULATOR_HOST. Each spec file works in a project of its own. */
module.exports = {
  ...require('../../jest.node.cjs'),
  displayName: 'functions-on-emulator',
  rootDir: __dirname,
  transformIgnorePatterns: ['/node_modules/(?!(fractional-indexing|stemmer|temporal-polyfill|temporal-utils)/)'],
  testTimeout: 30_000,
  maxWorkers: 1,
};
