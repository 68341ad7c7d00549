import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { StaleWriteError } from '../../src/errors.ts';
import { openStorage, type StateStorage } from '../../src/storage/index.ts';
import { noon } from './support.ts';

type Json = Record<string, unknown>;
const keys = ['a', 'b', 'æ/🙂', '__proto__', 'constructor'];
const eTagKinds = ['none', 'star', 'current', 'superseded', 'invented'] as const;

/** The same promises as StateStorage, kept in two Maps. */
class Model {
  readonly items = new Map<string, { value: Json; eTag: string }>();
  readonly #superseded = new Map<string, string>();

  eTag(key: string, kind: (typeof eTagKinds)[number]): string | undefined {
    const current = this.items.get(key)?.eTag;
    const superseded = this.#superseded.get(key);
    return { none: undefined, star: '*', current, superseded, invented: 'invented' }[kind];
  }

  accepts(key: string, eTag: string | undefined): boolean {
    return eTag === '*' || eTag === this.items.get(key)?.eTag;
  }

  set(key: string, value: Json, eTag: string): void {
    this.delete(key);
    this.items.set(key, { value, eTag });
  }

  delete(key: string): void {
    const old = this.items.get(key)?.eTag;
    if (old !== undefined) this.#superseded.set(key, old);
    this.items.delete(key);
  }
}

const key = fc.constantFrom(...keys);
const value = fc
  .dictionary(
    fc.string().filter((name) => name !== 'eTag'),
    fc.jsonValue(),
    { maxKeys: 3 },
  )
  // As JSON gives it back: without -0.
  .map((made) => JSON.parse(JSON.stringify(made)) as Json);
const change = fc.record({ key, value, kind: fc.constantFrom(...eTagKinds) });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ write: fc.uniqueArray(change, { selector: (one) => one.key }) }) },
  { weight: 1, arbitrary: fc.record({ delete: fc.array(key, { maxLength: 3 }) }) },
);

type Change = typeof change extends fc.Arbitrary<infer Made> ? Made : never;

const compare = async (storage: StateStorage, model: Model): Promise<void> => {
  const read = await storage.read([...keys, 'never']);
  expect(Object.keys(read).sort()).to.deep.equal([...model.items.keys()].sort());
  for (const [name, { value: expected, eTag }] of model.items) expect(read[name]).to.deep.equal({ ...expected, eTag });
};

describe('SqliteStorage beside a Map', () => {
  it('holds the same after any writes and deletes', async () => {
    const seen = { accepted: 0, refused: 0 };

    const write = async (storage: StateStorage, model: Model, changes: readonly Change[]): Promise<void> => {
      const made = changes.map((one) => ({ ...one, item: { ...one.value, eTag: model.eTag(one.key, one.kind) } }));
      const fits = made.every(({ key: name, item }) => model.accepts(name, item.eTag));
      const error: unknown = await storage.write(Object.fromEntries(made.map((one) => [one.key, one.item]))).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      seen[fits ? 'accepted' : 'refused'] += 1;
      if (!fits) {
        expect(error).to.be.instanceOf(StaleWriteError);
        return;
      }
      expect(error).to.equal(undefined);
      for (const one of made) model.set(one.key, one.value, one.item.eTag ?? 'missing');
    };

    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const storage = openStorage({ databaseUrl: 'memory:', dataDir: '', now: noon });
        const model = new Model();
        for (const now of steps) {
          if ('write' in now) await write(storage, model, now.write);
          else {
            await storage.delete(now.delete);
            for (const name of now.delete) model.delete(name);
          }
          await compare(storage, model);
        }
        await storage.close();
      }),
      { numRuns: 300, seed: 20_261_122 },
    );

    expect(Math.min(seen.accepted, seen.refused), 'both outcomes are met often').to.be.above(200);
  });
});
