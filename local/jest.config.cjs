module.exports = { ...require('../jest.node.cjs'), displayName: 'local', rootDir: __dirname };
