import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** A schema issue in words that a person who edits YAML can act on. */
export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly why: string;
  readonly cure: string;
}

const nameOf = (path: readonly PropertyKey[]): string => {
  const last = path.at(-1);
  return typeof last === 'number'
    ? `entry ${String(last + 1)} of ${String(path.at(-2) ?? 'the list')}`
    : String(last ?? 'the file');
};

const reasons: Readonly<Record<string, string>> = {
  citations: 'Every statement stands on a source that the reader can look up.',
  verifiedOn: 'The reader sees when the source was last checked.',
  validFrom: 'Every value starts on a day; without it no lookup by date is possible.',
  doubt: 'What is inferred or open is said aloud on the card.',
};

const plain = (issue: Issue): Explained[] => {
  const path = issue.path;
  const name = nameOf(path);
  const why = reasons[String(path.at(-1))] ?? 'The guide reads only what its format describes.';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      what: `unknown key "${key}" in ${name}.`,
      why: 'A misspelt key would be ignored in silence.',
      cure: 'Correct the spelling or remove the key; the README beside the data lists the keys.',
    }));
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [{ path, what: `"${name}" is missing.`, why, cure: `Add "${name}" here.` }];
  return [
    {
      path,
      what: `"${name}" is not right: ${issue.message}.`,
      why,
      cure: `Give "${name}" a value that the README beside the data allows.`,
    },
  ];
};

/** A union is explained by the alternative that fits best. */
const flatten = (issue: Issue): Issue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const best = [...issue.errors].sort((a, b) => score(a) - score(b))[0] ?? [];
  return best.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
};
const score = (issues: readonly Issue[]): number => issues.reduce((sum, issue) => sum + weight(issue), 0);
const weight = (issue: Issue): number => {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return Math.min(...issue.errors.map(score));
  return issue.code === 'invalid_value' || (issue.code === 'invalid_type' && issue.path.length === 0) ? 10 : 1;
};

/** Schema issues in plain words, one each. */
export const explainIssues = (issues: readonly Issue[]): Explained[] => issues.flatMap(flatten).flatMap(plain);
