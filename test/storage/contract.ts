import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { StaleWriteError, StorageError } from '../../src/errors.ts';
import type { StateStorage } from '../../src/storage/index.ts';
import { rejection } from './support.ts';

interface Item {
  eTag?: string | null;
  [name: string]: unknown;
}

/** What every storage of the room must do; each gets one call, whatever it keeps its state in. */
export const storageContract = (name: string, open: () => StateStorage): void => {
  describe(`${name}, as any storage`, () => {
    let storage: StateStorage;
    const stored = async (key: string): Promise<Item | undefined> =>
      (await storage.read([key]))[key] as Item | undefined;

    beforeEach(() => {
      storage = open();
    });
    afterEach(() => storage.close());

    it('reads nothing for no keys and for unknown keys', async () => {
      expect(Object.keys(await storage.read([]))).to.deep.equal([]);
      expect(Object.keys(await storage.read(['unknown', 'constructor', '__proto__']))).to.deep.equal([]);
      expect(await stored('toString')).to.equal(undefined);
    });

    it('reads back what was written, with an eTag', async () => {
      await storage.write({
        a: {
          answers: {
            kommune: 'Ærø',
            alder: 83.5,
            børn: [1, null, { navn: '🙂\u0000' }],
          },
        },
      });
      const item = await stored('a');
      expect(item?.eTag).to.be.a('string').with.length.above(0);
      expect(item).to.deep.equal({
        answers: {
          kommune: 'Ærø',
          alder: 83.5,
          børn: [1, null, { navn: '🙂\u0000' }],
        },
        eTag: item?.eTag,
      });
    });

    it('keeps no hold on what it was given or gave', async () => {
      const item: Item = { list: [1] };
      await storage.write({ a: item });
      (item.list as number[]).push(2);
      ((await stored('a'))?.list as number[]).push(3);
      expect((await stored('a'))?.list).to.deep.equal([1]);
    });

    it('takes any ordinary text as a key', async () => {
      const keys = ['', ' ', 'æøå/🙂', "'; DROP TABLE state; --", '%_*?', 'a\u0000b', 'a', '__proto__', 'constructor'];
      for (const [n, key] of keys.entries()) await storage.write({ [key]: { n } });
      const items = await storage.read(keys);
      expect(keys.map((key) => (items[key] as Item | undefined)?.n)).to.deep.equal([...keys.keys()]);
    });

    it('gives the eTag on the item passed, and it is the stored one', async () => {
      const item: Item = { n: 1 };
      await storage.write({ a: item });
      expect(item.eTag).to.equal((await stored('a'))?.eTag);
      item.n = 2;
      await storage.write({ a: item });
      expect(await stored('a')).to.deep.equal(item);
    });

    it('gives a new eTag at each write, even of the same value', async () => {
      const seen = new Set<unknown>();
      const item: Item = {};
      for (let n = 0; n < 20; n += 1) {
        await storage.write({ a: item });
        seen.add(item.eTag);
      }
      expect(seen.size).to.equal(20);
    });

    it('lets one object under two keys be written again', async () => {
      const item: Item = { n: 1 };
      await storage.write({ a: item, b: item });
      await storage.write({ a: item, b: item });
      expect((await stored('a'))?.n).to.equal(1);
    });

    it('overwrites whatever is there with eTag *', async () => {
      await storage.write({ a: { n: 1, eTag: '*' } });
      await storage.write({ a: { n: 2, eTag: '*' } });
      expect(await stored('a'))
        .to.include({ n: 2 })
        .and.not.include({ eTag: '*' });
    });

    for (const eTag of [undefined, null, '', 'older', 7]) {
      it(`refuses to overwrite with eTag ${JSON.stringify(eTag)}`, async () => {
        await storage.write({ a: { n: 1 } });
        const before = await stored('a');
        const late = { n: 2, eTag };
        expect(await rejection(storage.write({ a: late }))).to.be.instanceOf(StaleWriteError);
        expect(await stored('a')).to.deep.equal(before);
        expect(late.eTag).to.equal(eTag);
      });
    }

    it('refuses the second of two writers who read the same', async () => {
      await storage.write({ a: { n: 0 } });
      const [first, second] = [await stored('a'), await stored('a')];
      await storage.write({ a: { ...first, n: 1 } });
      expect(await rejection(storage.write({ a: { ...second, n: 2 } }))).to.be.instanceOf(StaleWriteError);
      expect((await stored('a'))?.n).to.equal(1);
    });

    it('does not bring back what was deleted meanwhile', async () => {
      const item: Item = { n: 1 };
      await storage.write({ a: item });
      await storage.delete(['a']);
      expect(await rejection(storage.write({ a: item }))).to.be.instanceOf(StaleWriteError);
      expect(await stored('a')).to.equal(undefined);
    });

    it('does not take a new value for the one that was deleted', async () => {
      const old: Item = { n: 1 };
      await storage.write({ a: old });
      await storage.delete(['a']);
      await storage.write({ a: { n: 1 } });
      expect(await rejection(storage.write({ a: old }))).to.be.instanceOf(StaleWriteError);
    });

    it('writes all keys or none', async () => {
      await storage.write({ b: { n: 1 } });
      const changes: Record<string, Item> = {
        a: { n: 2 },
        b: { n: 2, eTag: 'older' },
        c: { n: 2 },
      };
      expect(await rejection(storage.write(changes))).to.be.instanceOf(StaleWriteError);
      expect(Object.keys(await storage.read(['a', 'b', 'c']))).to.deep.equal(['b']);
      expect((await stored('b'))?.n).to.equal(1);
      expect(changes.a).to.deep.equal({ n: 2 });
    });

    it('deletes what exists and shrugs at what does not', async () => {
      await storage.write({ a: {}, b: {}, c: {} });
      await storage.delete(['a', 'unknown', 'c', 'a']);
      await storage.delete([]);
      expect(Object.keys(await storage.read(['a', 'b', 'c']))).to.deep.equal(['b']);
    });

    it('writes no items without trouble', () => storage.write({}));

    it('acknowledges the write of a frozen item', async () => {
      await storage.write({ a: Object.freeze({ n: 1 }) });
      expect((await stored('a'))?.n).to.equal(1);
    });

    const cycle: Item = {};
    cycle.self = cycle;
    const unfit = {
      cycle,
      bigint: { n: 1n },
      null: null,
      text: 'hemmelig',
      list: ['hemmelig'],
      nothing: undefined,
    };
    for (const [what, item] of Object.entries(unfit)) {
      it(`refuses what JSON cannot give back: ${what}`, async () => {
        const error = await rejection(storage.write({ a: { n: 1 }, b: item }));
        expect(error).to.be.instanceOf(StorageError);
        expect(error.message).not.to.include('hemmelig');
        expect(Object.keys(await storage.read(['a', 'b']))).to.deep.equal([]);
      });
    }

    it('refuses a key with half a character', async () => {
      expect(await rejection(storage.write({ '\ud800': { n: 1 } }))).to.be.instanceOf(StorageError);
    });

    it('answers a ping until it is closed, and then refuses everything', async () => {
      await storage.ping();
      await storage.close();
      await storage.close();
      const late = [storage.ping(), storage.read(['a']), storage.write({ a: {} }), storage.delete(['a'])];
      for (const promise of late) expect(await rejection(promise)).to.be.instanceOf(StorageError);
    });
  });
};
