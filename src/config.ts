import { z } from 'zod';
import type { BotCredentials, LeaderRules } from './bot/index.ts';
import { isCivilDate, type CivilDate } from './dates/index.ts';
import { ConfigError } from './errors.ts';

/** A variable that holds nothing but spaces is unset. */
const empty = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value);
/** Digits and nothing else: Number() would also read "0x10", "1e3" and spaces. */
const count = (least: number, most: number, unset: number) =>
  z.preprocess(
    empty,
    z
      .string()
      .trim()
      .regex(/^\d{1,9}$/u, 'a whole number')
      .transform(Number)
      .pipe(z.number().min(least).max(most))
      .default(unset),
  );
const optional = z.preprocess(empty, z.string().trim().optional());
const list = z.preprocess(empty, z.string().default('')).transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** An id as Entra gives it to each of its users. */
const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Every variable the guide reads (contract, section 3); `.env.example` lists the same ones. */
export const environmentSchema = z.object({
  NODE_ENV: z.preprocess(empty, z.enum(['production', 'development', 'test']).default('development')),
  PORT: count(0, 65_535, 3978),
  HOST: optional,
  MicrosoftAppType: z.preprocess(empty, z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).optional()),
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppTenantId: optional,
  ALLOWED_TENANTS: list,
  DATABASE_URL: optional,
  PUBLIC_URL: z.preprocess(empty, z.url({ protocol: /^https?$/u }).optional()),
  /** Read by the manifest command alone. */
  TEAMS_APP_ID: optional,
  DATA_DIR: z.preprocess(empty, z.string().default('data')),
  WEB_CHAT: z.preprocess(empty, z.enum(['on', 'off']).optional()),
  AS_OF: z.preprocess(
    empty,
    z
      .string()
      .refine(isCivilDate, 'an existing day as YYYY-MM-DD')
      .transform((day) => day)
      .optional(),
  ),
  DISABLED_TOPICS: list,
  LEADERS: list
    .refine((ids) => ids.every((id) => objectId.test(id)), 'object ids from Entra, separated by commas')
    .transform((ids) => ids.map((id) => id.toLowerCase())),
  LEADER_CONNECTION: optional,
  LEADER_APP_ID: optional.refine((id) => id === undefined || objectId.test(id), 'the id of an app in Entra'),
  LEADER_ROLE: z.preprocess(
    empty,
    z
      .string()
      .trim()
      .regex(/^[^\s.][^\s]{0,119}$/u, 'the value of an app role')
      .default('Guide.Leader'),
  ),
  LEADER_TOKEN_SERVICE: z.preprocess(empty, z.url({ protocol: /^https$/u }).optional()),
  LOG_LEVEL: z.preprocess(empty, z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info')),
  RETENTION_DAYS: count(1, 3650, 30),
});

/** How this instance runs. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly credentials?: BotCredentials;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** Where users reach this guide, for links such as calendar files; without a trailing slash. */
  readonly publicUrl?: string;
  /** Whether the page and Direct Line are served. */
  readonly webChat: boolean;
  /** The day to answer for instead of today. */
  readonly asOf?: CivilDate;
  /** Ids of trees, articles, provisions and municipalities that are closed for now, as they were written. */
  readonly disabledTopics: readonly string[];
  /** Object ids of those who may see what is a leader's, in small letters. */
  readonly leaders: readonly string[];
  /** The role in Entra by which leaders are known, instead of the list. */
  readonly leaderRole?: LeaderRules;
  /** Where Bot Framework's token service is asked, when it is not the global one. */
  readonly tokenService?: string;
  /** How many days a conversation is kept that nothing changes in. */
  readonly retentionDays: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

const loopback = '127.0.0.1';

/**
 * Reads the environment once. Without credentials the guide serves only this machine; in production it refuses to start
 * without app id, app type and tenant. Throws ConfigError and never repeats a value.
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new ConfigError(
      `Environment variables that cannot be used: ${wrong}.`,
      'The guide does not start on settings it might misread.',
      'See .env.example for what each may hold.',
    );
  }
  const env = parsed.data;
  const {
    MicrosoftAppType: appType,
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: password,
  } = env;
  const missing = Object.entries({
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
  }).flatMap(([name, value]) => (value === undefined ? [name] : []));
  const production = env.NODE_ENV === 'production';
  const isBegun = missing.length < 3 || password !== undefined;
  if (missing.length > 0 && (production || isBegun))
    throw new ConfigError(
      `Missing: ${missing.join(', ')}.`,
      production
        ? 'In production only a registered bot may be reached.'
        : 'Half a registration is most likely a mistake.',
      'Set all three, or none of them to run on this machine alone.',
    );
  const credentials =
    appType && appId && tenantId
      ? { appType, appId, tenantId, tenants: env.ALLOWED_TENANTS, ...(password === undefined ? {} : { password }) }
      : undefined;
  if (production && env.ALLOWED_TENANTS.length === 0)
    throw new ConfigError(
      'ALLOWED_TENANTS is empty.',
      'In production no one would be answered.',
      'Name the tenants that may use the bot in ALLOWED_TENANTS, separated by commas.',
    );
  const { LEADER_CONNECTION: connection, LEADER_APP_ID: leaderAppId, LEADER_ROLE: role } = env;
  if ((connection === undefined) !== (leaderAppId === undefined))
    throw new ConfigError(
      `Missing: ${connection === undefined ? 'LEADER_CONNECTION' : 'LEADER_APP_ID'}.`,
      'Half a sign-in would let no leader in.',
      'Set both to know leaders by their role in Entra, or none of them to know them by LEADERS.',
    );
  if (connection !== undefined && (!credentials || credentials.tenants.length === 0))
    throw new ConfigError(
      'LEADER_CONNECTION needs a registered bot and ALLOWED_TENANTS.',
      'Without them no token of Entra can be asked for, or believed.',
      'Set the Microsoft app variables and ALLOWED_TENANTS, or leave LEADER_CONNECTION unset.',
    );
  if (!credentials && env.HOST !== undefined && ![loopback, 'localhost', '::1'].includes(env.HOST))
    throw new ConfigError(
      'HOST would open a bot without credentials to the network.',
      'Without credentials anyone who reaches it could use it.',
      `Leave HOST unset (${loopback}), or set the Microsoft app variables.`,
    );
  return {
    port: env.PORT,
    host: env.HOST ?? (credentials ? '0.0.0.0' : loopback),
    ...(credentials ? { credentials } : {}),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    dataDir: env.DATA_DIR,
    ...(env.PUBLIC_URL === undefined ? {} : { publicUrl: env.PUBLIC_URL.replace(/\/+$/u, '') }),
    webChat: env.WEB_CHAT === undefined ? !credentials : env.WEB_CHAT === 'on',
    ...(env.AS_OF === undefined ? {} : { asOf: env.AS_OF }),
    disabledTopics: env.DISABLED_TOPICS,
    leaders: env.LEADERS,
    ...(connection !== undefined && leaderAppId !== undefined && credentials
      ? { leaderRole: { connection, appId: leaderAppId, role, tenants: credentials.tenants } }
      : {}),
    ...(env.LEADER_TOKEN_SERVICE === undefined ? {} : { tokenService: env.LEADER_TOKEN_SERVICE.replace(/\/+$/u, '') }),
    retentionDays: env.RETENTION_DAYS,
    logLevel: env.LOG_LEVEL,
  };
};
