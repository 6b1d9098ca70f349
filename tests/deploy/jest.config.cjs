/** Installs from the package registry, as the cloud build does; needs no emulator. */
module.exports = { ...require('../../jest.node.cjs'), displayName: 'deploy', rootDir: __dirname, testTimeout: 300_000 };
