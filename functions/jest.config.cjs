module.exports = { ...require('../jest.node.cjs'), displayName: 'functions', rootDir: __dirname };
