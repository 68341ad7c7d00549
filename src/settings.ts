import type { Config } from './config.ts';
import type { Content } from './content.ts';
import { GuideError } from './errors.ts';

/** Where settings are read from, at the start and again while the guide runs. */
export interface SettingsSource {
  /** Every setting as it stands now; throws ConfigError when one cannot be used. */
  readonly read: () => Config;
  /** True when the settings may have changed since they were last read. Cheap, and never throws. */
  readonly hasChanged: () => boolean;
}

/**
 * The settings of a running guide. AS_OF, PUBLIC_URL, DISABLED_TOPICS, LEADERS and RETENTION_DAYS follow a reload; all
 * others need a new start.
 */
export interface Settings {
  readonly current: () => Config;
  /** True for an id in DISABLED_TOPICS, also one that no file holds. */
  readonly isDisabled: (id: string) => boolean;
  /** True for an object id in LEADERS, however it is written. */
  readonly isLeader: (objectId: string) => boolean;
  /** Reads the settings again, and keeps the old ones when the new cannot be used. Never throws. */
  readonly reload: () => void;
  /** For the beginning of a turn: reloads when something has changed, and looks at most once a second. */
  readonly refresh: () => void;
}

interface SettingsParts {
  readonly first: Config;
  /** Null where settings are read once and for all. */
  readonly source: SettingsSource | null;
  /** What DISABLED_TOPICS may name. */
  readonly topics: ReadonlySet<string>;
  readonly now: () => Date;
  readonly log: (entry: Readonly<Record<string, string | number | boolean>>) => void;
}

const lookEveryMs = 1_000;
const idForm = /^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Every id that DISABLED_TOPICS may name: trees, articles, provisions and municipalities. */
export const topicsOf = ({ knowledge, dialogs }: Content): ReadonlySet<string> =>
  new Set([
    ...dialogs.trees.keys(),
    ...knowledge.articles.map(({ id }) => id),
    ...knowledge.provisionIds,
    ...knowledge.municipalities.map(({ id }) => id),
  ]);

/** Follows the settings while the guide runs. What no file holds is logged, and repeated only if it has the form of an id. */
export const liveSettings = ({ first, source, topics, now, log }: SettingsParts): Settings => {
  let config = first;
  let disabled: ReadonlySet<string> = new Set(first.disabledTopics);
  let lookedAt = Number.NEGATIVE_INFINITY;

  const warnOfUnknown = (): number => {
    const unknown = [...disabled].filter((id) => !topics.has(id));
    for (const id of unknown)
      log({ level: 'warn', event: 'disabled-topic-unknown', ...(idForm.test(id) ? { topic: id } : {}) });
    return unknown.length;
  };

  const reload = (): void => {
    if (source === null) return;
    try {
      config = source.read();
      disabled = new Set(config.disabledTopics);
      log({ event: 'settings-reloaded', disabled: disabled.size, unknown: warnOfUnknown() });
    } catch (error) {
      const known = error instanceof GuideError;
      const [code, why] = known ? [error.code, error.what] : ['GUIDE_UNEXPECTED', 'They could not be read.'];
      log({ level: 'warn', event: 'settings-kept', code, why });
    }
  };

  warnOfUnknown();
  return {
    current: () => config,
    isDisabled: (id) => disabled.has(id),
    isLeader: (id) => config.leaders.includes(id.toLowerCase()),
    reload,
    refresh: () => {
      const time = now().getTime();
      // A clock that was set back must not keep it from looking.
      if (Math.abs(time - lookedAt) < lookEveryMs) return;
      lookedAt = time;
      if (source?.hasChanged() === true) reload();
    },
  };
};
