import { mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { buildPackage } from '../../src/cli/teams/buildPackage.ts';
import { translatable } from '../../src/cli/teams/faults.ts';
import { drawColour, drawOutline } from '../../src/cli/teams/icons.ts';
import { packageValues } from '../../src/cli/teams/values.ts';
import { ConfigError, InputError } from '../../src/errors.ts';
import { readIntent } from '../../src/bot/intent.ts';
import { commandIds } from '../../src/trees/index.ts';
import { runGuide } from '../cli/support.ts';
import { dialogs, projectRoot } from '../helpers/content.ts';
import { readPng, unzip } from './unpack.ts';

const environment = {
  TEAMS_APP_ID: '6F0A6F0E-1111-4E57-8A52-3B1B7F0D2C11',
  MicrosoftAppId: '0b8cf1f3-2b0e-4f7f-9d0f-1c1f7b6c9a22',
  PUBLIC_URL: 'https://guide.example.dk',
};
const folder = join(projectRoot, 'appPackage');

interface Manifest {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly version: string;
  readonly id: string;
  readonly accentColor: string;
  readonly localizationInfo: unknown;
  readonly validDomains: readonly string[];
  readonly developer: Readonly<Record<string, string>>;
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
  readonly composeExtensions: readonly {
    readonly botId: string;
    readonly commands: readonly {
      readonly id: string;
      readonly type: string;
      readonly context: readonly string[];
      readonly parameters: readonly { readonly name: string }[];
    }[];
  }[];
}

/** Commands that are chosen from no menu: they answer or greet, are for leaders, have thumbs, or stand in the help. */
const spoken = ['yes', 'no', 'hello', 'thanks', 'feedback', 'leader-report', 'forget'];
/** The command that a word from a menu is when it comes in as a message. */
const commandOf = (text: string): string | undefined => {
  const intent = readIntent({ type: 'message', text }, dialogs);
  return intent.kind === 'command' ? intent.command : undefined;
};

describe('the Teams app package', () => {
  const fetchBefore = globalThis.fetch;
  let files: ReadonlyMap<string, Buffer>;
  let manifest: Manifest;
  let english: Readonly<Record<string, string>>;

  before(async () => {
    globalThis.fetch = () => Promise.reject(new Error('No test asks the network.'));
    files = unzip(await buildPackage(folder, packageValues(environment, '1.2.3')));
    manifest = JSON.parse(files.get('manifest.json')!.toString()) as Manifest;
    english = JSON.parse(files.get('en.json')!.toString()) as Record<string, string>;
  });
  after(() => {
    globalThis.fetch = fetchBefore;
  });

  it('holds four files at its root, and no more', () => {
    expect([...files.keys()]).to.deep.equal(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  });

  it("is valid by Microsoft's own validator, offline", async () => {
    expect(manifest.manifestVersion).to.equal('1.30');
    expect(await AppManifestUtils.validateAgainstSchema(manifest as never)).to.deep.equal([]);
    const broken = { ...manifest, accentColor: 'blue', unknown: 1 };
    expect(await AppManifestUtils.validateAgainstSchema(broken as never)).to.have.length.above(1);
  });

  it('is filled in with the ids and the address of one installation', () => {
    expect(JSON.stringify(manifest)).to.not.include('${{');
    expect(manifest.id).to.equal(environment.TEAMS_APP_ID.toLowerCase());
    expect(manifest.version).to.equal('1.2.3');
    expect(manifest.bots.map(({ botId }) => botId)).to.deep.equal([environment.MicrosoftAppId]);
    expect(manifest.composeExtensions.map(({ botId }) => botId)).to.deep.equal([environment.MicrosoftAppId]);
    expect(manifest.validDomains).to.deep.equal(['guide.example.dk']);
    for (const key of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl'])
      expect(manifest.developer[key]).to.match(/^https:\/\/guide\.example\.dk\/om/u);
  });

  it('lets Teams sign its users in only where leaders are known by a role', async () => {
    expect(manifest).to.not.have.property('webApplicationInfo');
    const app = '33333333-3333-4333-8333-33333333333A';
    const values = packageValues({ ...environment, LEADER_APP_ID: app }, '1.2.3');
    const filled = unzip(await buildPackage(folder, values))
      .get('manifest.json')!
      .toString();
    const signing = JSON.parse(filled) as Manifest & { readonly webApplicationInfo: unknown };
    const id = app.toLowerCase();
    expect(signing.webApplicationInfo).to.deep.equal({ id, resource: `api://botid-${id}` });
    expect(signing.validDomains).to.deep.equal([
      ...['guide.example.dk', 'europe.token.botframework.com', 'token.botframework.com'],
    ]);
    expect(await AppManifestUtils.validateAgainstSchema(signing as never)).to.deep.equal([]);
    expect(() => packageValues({ ...environment, LEADER_APP_ID: 'x' }, '1.2.3')).to.throw(ConfigError, 'LEADER_APP_ID');
  });

  it('has the bot alone with one person, in teams and in group chats', () => {
    expect(manifest.bots[0]!.scopes).to.deep.equal(['personal', 'team', 'groupChat']);
    expect(manifest.bots[0]!.commandLists.flatMap(({ scopes }) => scopes)).to.deep.equal([
      'personal',
      'team',
      'groupChat',
    ]);
  });

  it('is Danish first and English second, with every text in both', () => {
    expect(manifest.localizationInfo).to.deep.equal({
      defaultLanguageTag: 'da-DK',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
    const { $schema, ...texts } = english;
    expect(Object.keys(texts)).to.have.members(translatable(manifest));
    expect(Object.keys(texts).length).to.be.above(25);
    expect($schema).to.include('/v1.30/');
    expect(Object.values(texts).filter((text) => text.trim() === '')).to.deep.equal([]);
  });

  it('has commands that are exactly those the bot handles, in both languages', () => {
    const wanted = commandIds.filter((id) => !spoken.includes(id));
    for (const [list, { commands, scopes }] of manifest.bots[0]!.commandLists.entries()) {
      const danish = commands.map(({ title }) => title);
      const translated = commands.map(
        (_, index) => english[`bots[0].commandLists[${String(list)}].commands[${String(index)}].title`]!,
      );
      for (const titles of [danish, translated]) {
        const handled = titles.map(commandOf);
        expect(handled, titles.join()).to.not.include(undefined);
        expect(new Set(handled).size).to.equal(titles.length);
      }
      const language = (id: string | undefined): boolean => id === 'english' || id === 'danish';
      const meant = (titles: readonly string[]): unknown[] => titles.map(commandOf).filter((id) => !language(id));
      expect(meant(translated)).to.deep.equal(meant(danish));
      if (scopes.includes('personal'))
        expect([...new Set([...danish, ...translated].map(commandOf))]).to.have.members(wanted);
    }
  });

  it('has commands of plain letters, short, described and never twice', () => {
    for (const { commands } of manifest.bots[0]!.commandLists) {
      expect(commands.length).to.be.within(1, 12);
      for (const { title, description } of commands) {
        expect(title).to.match(/^[a-zæøå ]{2,32}$/u);
        expect(description.length).to.be.within(10, 128);
      }
      expect(new Set(commands.map(({ title }) => title)).size).to.equal(commands.length);
    }
  });

  it('has one search, for the box above and the box for a message', () => {
    const commands = manifest.composeExtensions.flatMap((extension) => extension.commands);
    expect(commands).to.have.length(1);
    const [{ id, type, context, parameters }] = commands as [(typeof commands)[number]];
    expect({ id, type }).to.deep.equal({ id: 'find-paragraf', type: 'query' });
    expect(context).to.have.members(['commandBox', 'compose']);
    expect(parameters.map(({ name }) => name)).to.deep.equal(['q']);
  });

  it('has a full icon of 192 points and a white one of 32 on nothing, as they are drawn', () => {
    const [color, outline] = [readPng(files.get('color.png')!), readPng(files.get('outline.png')!)];
    expect([color.width, color.height, outline.width, outline.height]).to.deep.equal([192, 192, 32, 32]);
    const alpha = (points: Buffer): number[] => [...points].filter((_, at) => at % 4 === 3);
    expect(new Set(alpha(color.points))).to.deep.equal(new Set([255]));
    expect(alpha(outline.points).filter((value) => value === 0).length).to.be.above(300);
    expect(alpha(outline.points).filter((value) => value === 255).length).to.be.above(50);
    expect([...outline.points].filter((value, at) => at % 4 !== 3 && value !== 255)).to.deep.equal([]);
    expect(`#${color.points.toString('hex', 0, 3)}`).to.equal(manifest.accentColor.toLowerCase());
    expect(color.points.equals(drawColour().points)).to.equal(true);
    expect(outline.points.equals(drawOutline().points)).to.equal(true);
  });

  it('is the same to the byte from the same files and values, and another from other values', async () => {
    const build = (version: string): Promise<Buffer> => buildPackage(folder, packageValues(environment, version));
    const first = await build('1.2.3');
    expect(first.equals(await build('1.2.3'))).to.equal(true);
    expect(first.equals(await build('1.2.4'))).to.equal(false);
  });
});

describe('a Teams app package that cannot be built', () => {
  const failing = async (change: (copy: string) => void): Promise<InputError> => {
    const copy = mkdtempSync(join(tmpdir(), 'app-package-'));
    try {
      cpSync(folder, copy, { recursive: true });
      change(copy);
      const error = await buildPackage(copy, packageValues(environment, '1.2.3')).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(InputError);
      return error as InputError;
    } finally {
      rmSync(copy, { recursive: true });
    }
  };
  const edit =
    (name: string, from: string | RegExp, to: string) =>
    (copy: string): void => {
      const file = join(copy, name);
      const text = readFileSync(file, 'utf8');
      expect(typeof from === 'string' ? text.includes(from) : from.test(text), String(from)).to.equal(true);
      writeFileSync(file, text.replace(from, to));
    };

  const cases: readonly (readonly [string, (copy: string) => void, string])[] = [
    ['an unknown key', edit('manifest.json', '"icons"', '"flavour": "sweet", "icons"'), 'manifest.json: '],
    ['another bot in the search', edit('manifest.json', '${{BOT_ID}}', environment.TEAMS_APP_ID), 'different bots'],
    ['a command twice', edit('manifest.json', '"title": "ret"', '"title": "menu"'), 'stands twice'],
    ['an address for the schema', edit('manifest.json', 'developer.microsoft.com', 'example.dk'), '$schema'],
    ['an unknown placeholder', edit('manifest.json', '${{BOT_DOMAIN}}', '${{BOT_NAME}}'), 'BOT_NAME'],
    ['no JSON', edit('en.json', '{', ''), 'not JSON'],
    [
      'a text that is not in English',
      edit('en.json', /.*"bots\[0\]\.commandLists\[1\]\.commands\[1\]\.title".*\n/u, ''),
      'is missing',
    ],
    ['English for nothing', edit('en.json', 'commands[10].title', 'commands[11].title'), 'is not in manifest.json'],
    ['an older English', edit('en.json', 'v1.30', 'v1.29'), 'another version'],
    ['an icon of another size', (copy) => cpSync(join(copy, 'color.png'), join(copy, 'outline.png')), '32 by 32'],
    ['an icon that is a text', (copy) => writeFileSync(join(copy, 'color.png'), 'x'.repeat(100)), 'not a PNG'],
    ['no icon', (copy) => rmSync(join(copy, 'outline.png')), 'ENOENT'],
  ];
  for (const [name, change, told] of cases)
    it(`has ${name}, and is told so with the cure`, async () => {
      const { what, why, cure } = await failing(change);
      expect(`${what} ${why}`).to.include(told);
      expect(cure).to.match(/\.$/u);
    });

  it('names all that is missing in the environment at once, and repeats no value', () => {
    const reading = (values: object): ConfigError => {
      try {
        packageValues(values as Record<string, string>, '1.2.3');
      } catch (error) {
        if (error instanceof ConfigError) return error;
      }
      throw new Error('The values were taken.');
    };
    expect(reading({}).what).to.equal('TEAMS_APP_ID is not set; MicrosoftAppId is not set; PUBLIC_URL is not set.');
    for (const url of [
      'http://guide.example.dk',
      'https://localhost',
      'https://a.dk:444',
      'https://a.dk/x',
      'hemmelig',
    ])
      expect(reading({ ...environment, PUBLIC_URL: url }).message, url).to.not.include(url);
    expect(reading({ ...environment, TEAMS_APP_ID: environment.MicrosoftAppId }).what).to.include('the same');
    expect(reading({ ...environment, TEAMS_APP_ID: 'my-app' }).what).to.equal('TEAMS_APP_ID is not a GUID.');
  });
});

describe('paragrafguiden manifest', () => {
  it('writes the package, and fails with what, why and cure', async () => {
    const out = mkdtempSync(join(tmpdir(), 'app-package-'));
    try {
      const file = join(out, 'deep', 'package.zip');
      const done = await runGuide(['manifest', '--out', file], { env: environment });
      expect(done).to.include({ code: 0, stderr: '' });
      expect([...unzip(readFileSync(file)).keys()]).to.include('manifest.json');
      const failed = await runGuide(['manifest', '--out', file], { env: { TEAMS_APP_ID: environment.TEAMS_APP_ID } });
      expect(failed.code).to.equal(1);
      expect(failed.stderr).to.match(/^GUIDE_BAD_CONFIG: .*\n {2}why: .*\n {2}cure: /u);
    } finally {
      rmSync(out, { recursive: true });
    }
  });
});
