import { writeFileSync } from 'node:fs';
import { guide } from '../helpers/guide.ts';
import { lockFile, questionsIn, scoresOf, sets, sha256Of, understoodBy, verdictOn } from './score.ts';

/** Writes down what stands: `node test/questions/lock.ts`, after a change that made the guide better. */
const lock = {
  ...Object.fromEntries(
    sets.map((set) => [
      set,
      { sha256: sha256Of(set), ...scoresOf(questionsIn(set).map((question) => verdictOn(guide, question))) },
    ]),
  ),
  wordings: { sha256: sha256Of('wordings'), ...understoodBy(guide).shares },
};
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
console.log(lock);
