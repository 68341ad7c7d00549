import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { questionIndex, type IndexShelf } from './answers/index.ts';
import { openDoors, type BotDoors, type Guide, type Log } from './bot/index.ts';
import { calendarAt } from './calendar/index.ts';
import { phrasesFrom } from './cards/index.ts';
import type { Config } from './config.ts';
import { copenhagenDay, isoWeek, type CivilDate } from './dates/index.ts';
import { loadContent, type Content } from './content.ts';
import { ConfigError } from './errors.ts';
import type { Knowledge } from './knowledge/index.ts';
import { keepForDays, type Daily } from './retention.ts';
import { shelfIn } from './indexShelf.ts';
import { screenFor } from './screen.ts';
import { createServer, refusal, type LocalChannel, type Route, type Server } from './server/index.ts';
import { liveSettings, topicsOf, type SettingsSource } from './settings.ts';
import { gapWeeks, openCounters, openStorage, type StateStorage } from './storage/index.ts';

/** A leader may look back so far. */
const weeksTold = 26;

/** Where time and chance come from; only entry points and tests make one. */
export interface World {
  readonly root: string;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly log: Log;
  /** What is done once a day; by this machine's own timer unless given. */
  readonly daily?: Daily;
}

/** What a guide may be given beside its content and world. */
export interface GuideOptions extends Partial<
  Pick<Guide, 'publicUrl' | 'count' | 'isDisabled' | 'weeks' | 'isLeader'>
> {
  /** The day to answer for instead of today; asked at every turn when it may change. */
  readonly asOf?: CivilDate | (() => CivilDate | undefined) | undefined;
  /** Where the index of questions is kept between starts; nowhere unless given. */
  readonly shelf?: IndexShelf | undefined;
}

/** Which guide this is, as its package says. */
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** The guide as the bot uses it, on the day in Denmark or on the day that `asOf` previews. */
export const guideFrom = (
  { knowledge, dialogs }: Content,
  { now, randomId }: World,
  {
    asOf,
    publicUrl = () => undefined,
    count = () => undefined,
    weeks = () => [],
    isLeader = () => false,
    isDisabled = () => false,
    shelf,
  }: GuideOptions = {},
): Guide => ({
  knowledge,
  dialogs,
  phrases: phrasesFrom(dialogs.phrases),
  english: phrasesFrom(dialogs.phrasesEnglish, 'en'),
  /** Made when it is first asked for: at the latest right after the guide has begun to listen. */
  get questions() {
    return questionIndex(knowledge, shelf);
  },
  version,
  now,
  today: () => (typeof asOf === 'function' ? asOf() : asOf) ?? copenhagenDay(now()),
  randomId,
  publicUrl,
  count,
  weeks,
  isLeader,
  isDisabled,
});

/** The key that signs local conversations; kept beside the state so that a restart does not end them. */
const localSecret = ({ dataDir, credentials }: Config): string => {
  if (credentials?.password !== undefined)
    return createHmac('sha256', credentials.password).update('local conversations').digest('hex');
  try {
    return keptKey(join(dataDir, 'local.key'), dataDir);
  } catch (cause) {
    throw new ConfigError(
      'The key for local conversations cannot be kept in DATA_DIR.',
      'Without it a restart would end every conversation.',
      'Name a folder in DATA_DIR that the guide may write to.',
      { cause },
    );
  }
};

/** The key in a file; made when there is none, or when what is there is not a whole key. */
const keptKey = (file: string, dataDir: string): string => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const isWhole = existsSync(file) && /^[0-9a-f]{64}$/u.test(readFileSync(file, 'utf8'));
  if (!isWhole) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8');
};

/** GET /kalender/…ics: a course's deadlines as a calendar file, made from the path alone. */
const calendarRoute = (knowledge: Knowledge, now: () => Date): Route => ({
  method: 'GET',
  path: '/kalender/:standard/:events',
  isPublic: true,
  handle: async ({ request }) => {
    const file = await calendarAt(knowledge, new URL(request.url ?? '', 'http://localhost').pathname, now());
    return file === undefined
      ? refusal(404, 'not-found', 'Der er ingen kalenderfil på den adresse.')
      : {
          status: 200,
          type: 'text/calendar; charset=utf-8',
          body: file,
          // A name that a reader knows again among the downloads; a telephone still opens it in its calendar.
          headers: { 'Content-Disposition': 'inline; filename="frister.ics"' },
        };
  },
});

/** A running guide. */
export interface App {
  readonly url: string;
  /** What every turn is played with. */
  readonly guide: Guide;
  /** Reads the settings again, for turns to come; keeps the old ones and logs why when they cannot be used. */
  reload(): void;
  close(): Promise<void>;
}

/**
 * Builds every room and begins to listen. Nothing is served before all content has been read and found right. Settings are
 * read again from `source`, if there is one.
 */
export const startApp = async (config: Config, world: World, source: SettingsSource | null = null): Promise<App> => {
  const { now, log, randomId } = world;
  const content = await loadContent(world.root);
  const { databaseUrl, dataDir } = config;
  const storage: StateStorage = openStorage({ databaseUrl, dataDir, now });
  const counters = openCounters({
    ...{ databaseUrl, dataDir },
    week: () => isoWeek(copenhagenDay(now())),
    onTrouble: (code) => log({ level: 'warn', event: 'counters-not-saved', code }),
  });
  const settings = liveSettings({ first: config, source, topics: topicsOf(content), now, log });
  const stopForgetting = await keepForDays(
    { storage, days: () => settings.current().retentionDays, now, log },
    world.daily,
  );
  // On this machine the address is known once the server listens; elsewhere only the setting knows it.
  let ownUrl: string | undefined;
  const guide = guideFrom(content, world, {
    asOf: () => settings.current().asOf,
    publicUrl: () => settings.current().publicUrl ?? ownUrl,
    count: counters.count,
    weeks: () => gapWeeks(counters.read(), weeksTold),
    isLeader: settings.isLeader,
    isDisabled: settings.isDisabled,
    shelf: shelfIn(dataDir),
  });
  const doors: BotDoors = openDoors({
    guide,
    storage,
    log,
    credentials: config.credentials,
    leaderRole: config.leaderRole,
    tokenService: config.tokenService,
  });
  const local: LocalChannel = {
    ...doors.local,
    receive: (activity) => {
      settings.refresh();
      return doors.local.receive(activity);
    },
  };
  const server: Server = createServer({
    host: config.host,
    port: config.port,
    messages: (request, response) => {
      settings.refresh();
      return doors.cloud.process(request, response as never, (context) => doors.bot.run(context));
    },
    local: config.webChat ? local : null,
    bot: { id: 'paragrafguiden', name: 'Paragrafguiden' },
    tokenSecret: config.webChat ? localSecret(config) : '',
    ready: () =>
      storage.ping().then(
        () => true,
        () => false,
      ),
    log: log as (event: { readonly event: string }) => void,
    screen: screenFor(content.knowledge),
    randomId,
    now,
    routes: [calendarRoute(content.knowledge, now)],
  });
  const { url } = await server.listen();
  if (!config.credentials) ownUrl = url;
  // Not before it listens, and yet before the first question.
  setImmediate(() => guide.questions);
  return {
    url,
    guide,
    reload: settings.reload,
    close: async () => {
      stopForgetting();
      await server.close();
      try {
        counters.close();
      } finally {
        await storage.close();
      }
    },
  };
};
