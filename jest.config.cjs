/** Unit tests of every package; tests that need the emulators or a browser live in `tests/` and run through `npm test`. */
module.exports = { projects: ['<rootDir>/domain', '<rootDir>/functions', '<rootDir>/local', '<rootDir>/web'] };
