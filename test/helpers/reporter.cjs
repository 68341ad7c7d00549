'use strict';
const { reporters, Runner } = require('mocha');

/** Mocha's own list of what was seen, then one line that machines read: "N passed, N failed[, N skipped]". */
module.exports = class Count extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      process.stdout.write(`\n${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}\n`);
    });
  }
};
