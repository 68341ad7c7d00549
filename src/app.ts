import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDoors, type BotDoors, type Guide, type Log } from './bot/index.ts';
import { calendarAt } from './calendar/index.ts';
import { phraseFaults, phrasesFrom } from './cards/index.ts';
import type { Config } from './config.ts';
import { copenhagenDay, type CivilDate } from './dates/index.ts';
import { DataError, type Fault } from './errors.ts';
import { inspectKnowledge, locateFaults, type Knowledge } from './knowledge/index.ts';
import { createServer, refusal, type Route, type Server } from './server/index.ts';
import { openStorage, type StateStorage } from './storage/index.ts';
import { inspectDialogs, type Dialogs } from './trees/index.ts';

/** Where time and chance come from; only entry points and tests make one. */
export interface World {
  readonly root: string;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly log: Log;
}

/** Everything under knowledge/ and dialogs/, checked. */
export interface Content {
  readonly knowledge: Knowledge;
  readonly dialogs: Dialogs;
}

/** Reads and checks all knowledge and dialogs under `root`: either the content or every fault, each with file and line. */
export const inspectContent = async (root: string): Promise<{ content: Content } | { faults: readonly Fault[] }> => {
  const { knowledge, faults } = inspectKnowledge(root);
  if (!knowledge) return { faults: await locateFaults(root, faults) };
  const inspected = inspectDialogs(root, knowledge);
  const { dialogs } = inspected;
  const said = dialogs
    ? phraseFaults(dialogs.phrases).map((fault) => ({ file: 'dialogs/phrases.yaml', ...fault }))
    : [];
  const found = [...inspected.faults, ...said];
  return dialogs && found.length === 0
    ? { content: { knowledge, dialogs } }
    : { faults: await locateFaults(root, found) };
};

/** The content under `root`; throws DataError when any of it is wrong. */
export const loadContent = async (root: string): Promise<Content> => {
  const inspected = await inspectContent(root);
  if ('faults' in inspected) throw new DataError(inspected.faults);
  return inspected.content;
};

/** The guide as the bot uses it, on the day in Denmark or on the day that `asOf` previews. */
export const guideFrom = (
  { knowledge, dialogs }: Content,
  { now, randomId }: World,
  { asOf, publicUrl }: { readonly asOf?: CivilDate | undefined; readonly publicUrl?: () => string | undefined } = {},
): Guide => ({
  knowledge,
  dialogs,
  phrases: phrasesFrom(dialogs.phrases),
  now,
  today: () => asOf ?? copenhagenDay(now()),
  randomId,
  publicUrl: publicUrl ?? (() => undefined),
});

/** The key that signs local conversations; kept beside the state so that a restart does not end them. */
const localSecret = ({ dataDir, credentials }: Config): string => {
  if (credentials?.password !== undefined)
    return createHmac('sha256', credentials.password).update('local conversations').digest('hex');
  const file = join(dataDir, 'local.key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
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
      : { status: 200, type: 'text/calendar; charset=utf-8', body: file };
  },
});

/** A running guide. */
export interface App {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds every room and begins to listen. Nothing is served before all content has been read and found right. */
export const startApp = async (config: Config, world: World): Promise<App> => {
  const content = await loadContent(world.root);
  const storage: StateStorage = openStorage({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    now: world.now,
  });
  // On this machine the address is known once the server listens; elsewhere only the setting knows it.
  let ownUrl: string | undefined;
  const guide = guideFrom(content, world, { asOf: config.asOf, publicUrl: () => config.publicUrl ?? ownUrl });
  const doors: BotDoors = openDoors({ guide, storage, log: world.log, credentials: config.credentials });
  const server: Server = createServer({
    host: config.host,
    port: config.port,
    messages: (request, response) =>
      doors.cloud.process(request, response as never, (context) => doors.bot.run(context)),
    local: config.webChat ? doors.local : null,
    bot: { id: 'paragrafguiden', name: 'Paragrafguiden' },
    tokenSecret: config.webChat ? localSecret(config) : '',
    ready: () =>
      storage.ping().then(
        () => true,
        () => false,
      ),
    log: world.log as (event: { readonly event: string }) => void,
    randomId: world.randomId,
    now: world.now,
    routes: [calendarRoute(content.knowledge, world.now)],
  });
  const { url } = await server.listen();
  if (!config.credentials) ownUrl = url;
  return {
    url,
    close: async () => {
      await server.close();
      await storage.close();
    },
  };
};
