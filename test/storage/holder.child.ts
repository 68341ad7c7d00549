/** A process of its own for sharing.test.ts: holds a file that has no write-ahead log yet for a moment. */
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const [, , file = '', lock = ''] = process.argv;
const database = new DatabaseSync(file);
database.exec(`BEGIN ${lock}`);
writeSync(1, 'held');
setTimeout(() => {
  database.exec('COMMIT');
  database.close();
}, 150);
