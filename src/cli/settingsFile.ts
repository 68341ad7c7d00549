import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import { ConfigError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of this process: a variable set in its environment wins over the same one in the file. */
export interface SettingsFile {
  readonly read: () => Config;
  readonly hasChanged: () => boolean;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value.trim() !== '';

/** Changes when the file is written anew or replaced; empty when there is none. */
const versionOf = (file: string): string => {
  try {
    const { mtimeNs, size, ino } = statSync(file, { bigint: true });
    return [mtimeNs, size, ino].join(' ');
  } catch {
    return '';
  }
};

const readVariables = (file: string, mayBeMissing: boolean): Environment => {
  try {
    return parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'nothing';
    if (code === 'ENOENT' && mayBeMissing) return {};
    throw new ConfigError(
      'The file .env cannot be read.',
      `The system says ${code}.`,
      'Put the file in the folder that the guide was started in, and let the guide read it.',
    );
  }
};

const over = (variables: Environment, environment: Environment): Environment => ({
  ...variables,
  ...Object.fromEntries(Object.entries(environment).filter(([, value]) => isSet(value))),
});

/** Every variable as it stands, for a command that needs other ones than a running guide does. */
export const variablesUnder = (environment: Environment, file = resolve('.env')): Environment =>
  over(readVariables(file, true), environment);

/**
 * Settings in `.env` in the folder that the process was started in, if there is one, beneath the environment. Once there
 * was a file, its absence is a ConfigError: an editor or a copy may be about to write it, and no setting is dropped for that.
 */
export const settingsFile = (environment: Environment, file = resolve('.env')): SettingsFile => {
  let hasBeen = false;
  let version = '';
  return {
    read: () => {
      // Before reading, so that a change made meanwhile is seen the next time.
      version = versionOf(file);
      const variables = readVariables(file, !hasBeen);
      hasBeen ||= version !== '';
      return readConfig(over(variables, environment));
    },
    hasChanged: () => versionOf(file) !== version,
  };
};
