import { ConfigError } from '../../errors.ts';

/** What the template leaves open, by the names of its placeholders. They are those of Microsoft's own tools. */
export interface PackageValues {
  readonly APP_VERSION: string;
  readonly TEAMS_APP_ID: string;
  readonly BOT_ID: string;
  readonly BOT_DOMAIN: string;
  /** The app in Entra by whose role leaders are known; without it no one has to sign in. */
  readonly LEADER_APP_ID?: string;
}

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu;

const isPublicAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, host, pathname, search, hash } = new URL(text);
  return protocol === 'https:' && host === hostname && hostname.includes('.') && pathname + search + hash === '/';
};

const demands = {
  TEAMS_APP_ID: {
    holds: (text: string) => guid.test(text),
    what: 'a GUID',
    cure: 'Make TEAMS_APP_ID once with: node -p "crypto.randomUUID()". Keep it: with another id Teams sees another app.',
  },
  MicrosoftAppId: {
    holds: (text: string) => guid.test(text),
    what: 'a GUID',
    cure: "Take MicrosoftAppId from the bot's registration in Azure.",
  },
  PUBLIC_URL: {
    holds: isPublicAddress,
    what: 'an https address without path and port',
    cure: 'Write PUBLIC_URL as https://guide.example.dk.',
  },
  LEADER_APP_ID: {
    holds: (text: string) => text === '' || guid.test(text),
    what: 'a GUID',
    cure: 'Take LEADER_APP_ID from the app in Entra that the role belongs to, or leave it unset.',
  },
} as const;

/**
 * The values of one installation. Throws ConfigError for all that is missing or wrong at once, and repeats none of it;
 * values that are merely the same id twice are refused as well.
 */
export const packageValues = (
  variables: Readonly<Record<string, string | undefined>>,
  appVersion: string,
): PackageValues => {
  const given = (name: keyof typeof demands): string => variables[name]?.trim() ?? '';
  const wrong = Object.entries(demands).flatMap(([name, { holds, what, cure }]) => {
    const text = given(name as keyof typeof demands);
    if (holds(text)) return [];
    return [{ what: text === '' ? `${name} is not set` : `${name} is not ${what}`, cure }];
  });
  if (wrong.length > 0)
    throw new ConfigError(
      `${wrong.map(({ what }) => what).join('; ')}.`,
      'The package tells Teams which app it is, which bot answers and where.',
      wrong.map(({ cure }) => cure).join(' '),
    );
  const [teamsAppId, botId] = [given('TEAMS_APP_ID').toLowerCase(), given('MicrosoftAppId').toLowerCase()];
  if (teamsAppId === botId)
    throw new ConfigError(
      'TEAMS_APP_ID is the same as MicrosoftAppId.',
      'The app in Teams and the bot in Azure are two things, and each has an id of its own.',
      demands.TEAMS_APP_ID.cure,
    );
  return {
    APP_VERSION: appVersion,
    TEAMS_APP_ID: teamsAppId,
    BOT_ID: botId,
    BOT_DOMAIN: new URL(given('PUBLIC_URL')).hostname,
    ...(given('LEADER_APP_ID') === '' ? {} : { LEADER_APP_ID: given('LEADER_APP_ID').toLowerCase() }),
  };
};
