const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Journeys share one platform, so one may leave something to the next. By name they run in the same order everywhere;
 * Jest's own order depends on how long each took before, and on what went wrong, on the same machine.
 */
module.exports = class ByName extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => (one.path < other.path ? -1 : 1));
  }
};
