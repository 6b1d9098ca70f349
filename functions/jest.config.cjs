module.exports = {
  ...require('../jest.node.cjs'),
  displayName: 'functions',
  rootDir: __dirname,
  // What is published as ES modules alone; `jose` comes with the Admin SDK's token checks.
  transformIgnorePatterns: ['/node_modules/(?!(fractional-indexing|stemmer|temporal-polyfill|temporal-utils|jose)/)'],
};
