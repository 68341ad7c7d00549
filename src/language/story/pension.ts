import type { OldFound } from './ages.ts';
import { patterns, type Pattern } from './pattern.ts';
import type { Cue } from './cues.ts';
import type { Setting } from './types.ts';

/** Words that say on which side of folkepensionsalderen someone is, without a number. */
export const pensionCues: readonly Pattern<Cue>[] = [
  ...patterns<Cue>(
    { fact: 'pensionAge', said: 'reached', denied: 'not-reached' },
    `over|nået|rundet|passeret folkepensionsalder|folkepensionsalderen|pensionsalder|pensionsalderen
    folkepensionist|folkepensionisten|pensionist|pensionisten|alderspensionist
    får|på|fået folkepension`,
  ),
  ...patterns<Cue>(
    { fact: 'pensionAge', said: 'not-reached', denied: null },
    'under folkepensionsalder|folkepensionsalderen|pensionsalder|pensionsalderen\nfør pensionsalderen|folkepensionsalderen',
  ),
  ...patterns<Cue>(
    { fact: 'pensionAge', said: 'not-reached', denied: null },
    `er ~1 ung
    en|den|vores ~1 ung|unge mand|kvinde|borger|pige|fyr|person|beboer|mor|far
    ung mand|kvinde|borger|pige|fyr|mor|far`,
  ),
  ...patterns<Cue>({ fact: 'pensionAge' }, 'er ~1 ung med|af|i'),
];

/** The value of pensionAge that an age means; undefined when it may be either. */
export const pensionAgeOf = ({ old: { kind, value } }: OldFound, { pensionAge }: Setting): string | undefined => {
  const known = (...ages: readonly { years?: number; birthYear?: number }[]): string | undefined => {
    const [first, ...others] = ages.map((age) => pensionAge(age));
    return first === 'unknown' || others.some((other) => other !== first) ? undefined : first;
  };
  const only = (age: { years: number }, wanted: string): string | undefined =>
    pensionAge(age) === wanted ? wanted : undefined;
  switch (kind) {
    case 'age':
      return known({ years: value });
    case 'birthYear':
      return known({ birthYear: value });
    case 'decade':
      return known({ years: value }, { years: value + 9 });
    case 'birthDecade':
      return known({ birthYear: value }, { birthYear: value + 9 });
    case 'over':
      return only({ years: value }, 'reached');
    case 'under':
      return only({ years: value }, 'not-reached');
    case 'turning':
      return known({ years: value - 1 }, { years: value });
  }
};
