import { setTimeout as delay } from 'node:timers/promises';
import type { BotAdapter, CloudAdapter, Storage, TurnContext } from 'botbuilder';
import { GuideBot } from './GuideBot.ts';
import { LocalAdapter, type LocalActivity } from './localAdapter.ts';
import { failedSends } from './middleware/failedSends.ts';
import { once } from './middleware/once.ts';
import { turnLog } from './middleware/turnLog.ts';
import { typing } from './middleware/typing.ts';
import { onTurnError, type Log } from './onTurnError.ts';
import { CarefulAuthentication } from './sending/carefulAuthentication.ts';
import type { SendingParts } from './sending/carefulRetries.ts';
import { chanceFrom } from './sending/chance.ts';
import { QuietAdapter } from './sending/quietAdapter.ts';
import { LeaderRole, type LeaderRules } from './signIn/LeaderRole.ts';
import { tenantsOnly } from './teams/tenants.ts';
import type { Guide } from './turn.ts';

const typingAfterMs = 500;
const typingEveryMs = 2_000;

/** The bot behind both doors: Teams' channel and this machine's own. */
export interface BotDoors {
  /** For POST /api/messages; checks the channel's token before it reads the activity. */
  readonly cloud: CloudAdapter;
  readonly bot: GuideBot;
  /** For Direct Line and the page. */
  readonly local: {
    receive(activity: LocalActivity): Promise<{ status: number; body?: unknown }>;
    onSend(listener: (conversationId: string, activity: LocalActivity) => void): () => void;
  };
}

/** The registration of the bot; with it Teams can reach it. */
export interface BotCredentials {
  readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly appId: string;
  readonly tenantId: string;
  readonly password?: string;
  /** The tenants whose users are answered; no others are. */
  readonly tenants: readonly string[];
}

/** What a bot is built from. */
export interface BotParts {
  readonly guide: Guide;
  readonly storage: Storage;
  readonly log: Log;
  readonly credentials?: BotCredentials | undefined;
  /** Where single sign-on is set up: the role by which leaders are known. */
  readonly leaderRole?: LeaderRules | undefined;
  /** Where Bot Framework's token service is asked, when it is not the global one. */
  readonly tokenService?: string | undefined;
  /** How sending waits; with a clock of this machine unless given. */
  readonly sleep?: SendingParts['sleep'];
}

const dress = (adapter: BotAdapter, { guide, log }: BotParts): void => {
  adapter.use(turnLog(log, guide.now));
  adapter.use(once(guide.now, log));
  adapter.use(typing(typingAfterMs, typingEveryMs));
  adapter.use(failedSends);
  adapter.onTurnError = onTurnError(guide, log);
};

/** Builds the bot with its middleware, in this order: turn log, once, typing, failed sends; errors are answered calmly at the end. */
export const openDoors = (parts: BotParts): BotDoors => {
  const { guide, storage, credentials } = parts;
  const leaderRole = parts.leaderRole && new LeaderRole(parts.leaderRole, guide.now, parts.log);
  const bot = new GuideBot(storage, guide, parts.log, leaderRole);
  const logic = (context: TurnContext): Promise<void> => bot.run(context);
  const authentication = new CarefulAuthentication(
    credentials
      ? {
          MicrosoftAppId: credentials.appId,
          MicrosoftAppType: credentials.appType,
          MicrosoftAppTenantId: credentials.tenantId,
          MicrosoftAppPassword: credentials.password ?? '',
        }
      : {},
    { sleep: parts.sleep ?? delay, chance: chanceFrom(guide.randomId), now: guide.now },
    parts.tokenService,
  );
  const cloud = new QuietAdapter(authentication, parts.log);
  const local = new LocalAdapter({ randomId: guide.randomId, now: guide.now });
  // First of all: what is from elsewhere is neither read nor answered.
  if (credentials) cloud.use(tenantsOnly(credentials.tenants, parts.log));
  dress(cloud, parts);
  dress(local, parts);
  return {
    bot,
    cloud,
    local: { receive: (activity) => local.receive(activity, logic), onSend: (listener) => local.onSend(listener) },
  };
};
