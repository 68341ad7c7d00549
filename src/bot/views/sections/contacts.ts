import type { Standard } from '../../../knowledge/index.ts';
import { tellContact } from './facts.ts';
import type { Composer } from './section.ts';

/**
 * Whom to reach in the municipality, as its own documents say; or how to find out when they do not. Beside a standard all
 * its contacts stand; where a municipality is to be called, only the numbers in documents that still hold.
 */
export const contactSection: Composer = ({ knowledge, answers, phrases }) => {
  const chosen = answers.standard ?? answers.municipality;
  const municipality = knowledge.municipalities.find(
    ({ id, standards }) => id === chosen || standards.some((standard) => standard.id === chosen),
  );
  const standards: readonly Standard[] =
    municipality?.standards.filter(({ id }) => answers.standard === undefined || id === chosen) ?? [];
  const toCall = answers.standard === undefined;
  const reachable = standards
    .flatMap((standard) => standard.contacts.map((contact) => ({ standard, contact })))
    .filter(({ standard, contact }) => !toCall || (standard.status === 'current' && contact.phone !== undefined));
  const heading = phrases.say('contacts.heading');
  if (reachable.length === 0) {
    const text =
      municipality && !municipality.unnamed
        ? phrases.say('contacts.noneIn', { municipality: municipality.name })
        : phrases.say('contacts.none');
    return { sections: [{ heading, text, items: [] }], cited: [] };
  }
  return {
    sections: [
      {
        heading,
        text: phrases.say('contacts.check'),
        items: reachable.map(({ contact }) => tellContact(contact, toCall ? 'number' : 'all')),
      },
    ],
    danish: true,
    cited: reachable.map(({ standard, contact }) => ({
      citation: { source: standard.source, at: contact.at },
      verifiedOn: standard.verifiedOn,
    })),
  };
};
