import { expect } from 'chai';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { ConfigError } from '../../src/errors.ts';
import { openStorage } from '../../src/storage/index.ts';
import { noon, temporaryFolders } from './support.ts';

describe('openStorage', () => {
  const folder = temporaryFolders();

  for (const databaseUrl of [undefined, '']) {
    it(`makes state.sqlite for the owner alone when the URL is ${JSON.stringify(databaseUrl)}`, async () => {
      const dataDir = join(folder(), 'new', 'data');
      const storage = openStorage({ databaseUrl, dataDir, now: noon });
      await storage.write({ a: { n: 1 } });
      expect(statSync(dataDir).mode & 0o777).to.equal(0o700);
      expect(statSync(join(dataDir, 'state.sqlite')).mode & 0o777).to.equal(0o600);
      await storage.close();
    });
  }

  it('touches no disk for memory:, and each such store is its own', async () => {
    const dataDir = join(folder(), 'data');
    const [one, other] = [0, 1].map(() => openStorage({ databaseUrl: 'memory:', dataDir, now: noon }));
    await one?.write({ a: { n: 1 } });
    expect(Object.keys((await other?.read(['a'])) ?? { missing: true })).to.deep.equal([]);
    expect(existsSync(dataDir)).to.equal(false);
    await one?.close();
    await other?.close();
  });

  for (const databaseUrl of ['redis://bot:hemmelig@host/0', 'bot:hemmelig@host', './state.sqlite', 'memory:x']) {
    it(`refuses ${databaseUrl}, says what is known and shows no password`, () => {
      const open = (): unknown => openStorage({ databaseUrl, dataDir: folder(), now: noon });
      expect(open)
        .to.throw(ConfigError, /memory:/)
        .with.property('message')
        .that.does.not.include('hemmelig');
    });
  }

  it('names the scheme it does not know', () => {
    const open = (): unknown =>
      openStorage({
        databaseUrl: 'redis://host',
        dataDir: folder(),
        now: noon,
      });
    expect(open).to.throw(ConfigError, /redis:/);
  });
});
