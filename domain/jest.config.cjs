module.exports = { ...require('../jest.node.cjs'), displayName: 'domain', rootDir: __dirname };
