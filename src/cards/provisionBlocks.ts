import { doubtText } from './doubt.ts';
import { listUnder, type Block } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { ProvisionView } from './views.ts';

const since = ({ start, validFrom }: ProvisionView, phrases: Phrases): string =>
  phrases.say(start === 'exact' ? 'outcome.since' : 'outcome.sinceAtLatest', { date: phrases.date(validFrom) });

/** A governing provision in full: what it gives, what must hold, what to remember, who decides, since when, what is not settled. */
export const provisionSection = (provision: ProvisionView, phrases: Phrases): Block => ({
  kind: 'section',
  blocks: [
    { kind: 'heading', text: provision.label },
    { kind: 'strong', text: provision.title },
    { kind: 'text', text: provision.gives },
    ...listUnder(phrases.say('outcome.beside'), provision.beside ?? []),
    ...listUnder(phrases.say('outcome.conditions'), provision.conditions),
    ...listUnder(phrases.say('outcome.remember'), provision.remember),
    {
      kind: 'facts',
      rows: [
        { name: phrases.say('outcome.decidedBy'), value: phrases.say(`authority.${provision.decidedBy}`) },
        { name: phrases.say('outcome.inForce'), value: since(provision, phrases) },
      ],
    },
    ...provision.doubts.map((doubt): Block => ({ kind: 'text', text: doubtText(doubt, phrases) })),
  ],
});

/** A provision that may govern, in short; of many only the name. */
export const candidateBlocks = (provision: ProvisionView): Block[] => [
  { kind: 'strong', text: `${provision.label}: ${provision.title}` },
  ...(provision.gives === '' ? [] : [{ kind: 'subtle', text: provision.gives } as const]),
];
