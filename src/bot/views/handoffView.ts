import type { About, HandoffView, ResumeView } from '../../cards/index.ts';
import type { Contact, Municipality, Standard, StandardFact } from '../../knowledge/index.ts';
import { standardsOfCourse } from '../../rules/index.ts';
import { assumedIn } from '../assumed.ts';
import type { ConversationState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { draftOf, type Matter } from './draft.ts';
import type { Scene } from './scene.ts';
import { noteOf, ownerOf, tellContact, tellValue, valueAt, wholeOf } from './sections/facts.ts';
import { joined, nothing, withDoubts, type Composed } from './sections/section.ts';
import { citedOn, sourceViews } from './sourceViews.ts';

/** What a hand-off is shown with beside its matter. */
export interface Handing {
  readonly scene: Scene & Pick<Turn, 'state'>;
  /** The same in Danish, for the draft. */
  readonly danish: Scene;
  /** What the municipality is called, in the guide or not. */
  readonly place: string | undefined;
  /** False for what is switched off. */
  readonly isOpen: (id: string) => boolean;
  readonly about?: About;
  readonly resume?: ResumeView;
}

/** The subject under which documents say how a case begins. */
const howToApply = 'local-how-to-apply';
/** Of how a case begins, so much is enough to know whom to turn to. */
const mostFacts = 3;

const ownMunicipality = ({ knowledge }: Scene, id: string | undefined): Municipality | undefined =>
  knowledge.municipalities.find((one) => one.id === id && !one.unnamed);

/** The municipality, unless it is unknown or switched off. */
const openMunicipality = (
  scene: Scene,
  id: string | undefined,
  isOpen: Handing['isOpen'],
): Municipality | undefined => {
  const own = ownMunicipality(scene, id);
  return own && isOpen(own.id) ? own : undefined;
};

/** True when the municipality's own documents can say whom to turn to: a plan from the hospital and a complaint go elsewhere. */
const isLocal = ({ handover: { track, course } }: Matter): boolean =>
  track === 'everyday' || (track === 'unknown' && course !== 'hospital-plan');

/** The documents that say how a case of this kind begins. */
const standardsFor = (scene: Scene, matter: Matter): readonly Standard[] => {
  const { municipality, handover, asOf } = matter;
  if (!isLocal(matter)) return [];
  const { course } = handover;
  if (course === undefined || course === 'unknown') return ownMunicipality(scene, municipality)?.standards ?? [];
  const known = municipality === undefined ? { course } : { course, municipality };
  return standardsOfCourse(scene.knowledge, known, asOf);
};

/** Whom the duty says to contact, without what is told of other municipalities than the one that is meant. */
const whomSection = ({ knowledge, phrases }: Scene, { handover, asOf, municipality }: Matter): Composed => {
  const duty = knowledge.dutyOn(handover.whom, asOf);
  if (!duty)
    return {
      sections: [{ heading: phrases.say('duty.notCovered'), text: phrases.say('deadline.notCovered'), items: [] }],
      cited: [],
    };
  const isOfOther = (source: string): boolean =>
    knowledge.municipalities.some(
      ({ id, standards }) => id !== municipality && standards.some((standard) => standard.source === source),
    );
  const details = duty.details.filter(
    ({ citations }) => citations.length === 0 || !citations.every(({ source }) => isOfOther(source)),
  );
  return {
    sections: [
      { heading: duty.title, text: duty.statement, items: [...details.map(({ text }) => text), { doubt: duty.doubt }] },
    ],
    cited: citedOn([...duty.citations, ...details.flatMap(({ citations }) => citations)], duty.verifiedOn),
    danish: true,
  };
};

/** Contacts that the question itself is about, or else those where a case of this kind begins. */
const contactsFor = (
  scene: Scene,
  matter: Matter,
  isOpen: Handing['isOpen'],
): readonly { readonly standard: Standard; readonly contact: Contact }[] => {
  const entered = new Set(standardsFor(scene, matter));
  const all = (openMunicipality(scene, matter.municipality, isOpen)?.standards ?? [])
    .filter(({ id, status, validFrom }) => isOpen(id) && status === 'current' && validFrom <= matter.asOf)
    .flatMap((standard) => standard.contacts.map((contact) => ({ standard, contact })));
  const { article } = matter;
  const asked = all.filter(({ contact }) => article !== undefined && contact.articles.includes(article.id));
  return asked.length > 0 ? asked : all.filter(({ standard, contact }) => contact.entrance && entered.has(standard));
};

/** How to reach them: the numbers that the municipality's documents give for this, or how to find them. */
const reachSection = (
  scene: Scene,
  matter: Matter,
  recipient: HandoffView['recipient'],
  isOpen: Handing['isOpen'],
): Composed => {
  const { phrases } = scene;
  const heading = phrases.say('handoff.reach');
  const told = (text: string): Composed => ({ sections: [{ heading, text, items: [] }], cited: [] });
  if (recipient === undefined) return nothing;
  if (recipient === 'region') return told(phrases.say('handoff.region'));
  const contacts = contactsFor(scene, matter, isOpen);
  const isToRing = contacts.some(({ contact: { phone } }) => phone !== undefined);
  if (contacts.length > 0)
    return {
      sections: [
        {
          heading,
          text: phrases.say(isToRing ? 'contacts.check' : 'handoff.noNumber'),
          items: contacts.map(({ contact }) => tellContact(contact, 'all')),
          ...(isToRing && contacts.every(({ contact: { hours } }) => hours === undefined)
            ? { after: phrases.say('handoff.noHours') }
            : {}),
        },
      ],
      danish: true,
      cited: contacts.flatMap(({ standard, contact: { at } }) =>
        citedOn([{ source: standard.source, at }], standard.verifiedOn),
      ),
    };
  const { municipality } = matter;
  const own = openMunicipality(scene, municipality, isOpen);
  if (!own) return told(phrases.say(municipality === 'unknown' ? 'contacts.none' : 'handoff.notHere'));
  const hasNumbers = own.standards.some(({ contacts: all }) => all.some(({ phone }) => phone !== undefined));
  return told(hasNumbers ? phrases.say('handoff.notThis') : phrases.say('contacts.noneIn', { municipality: own.name }));
};

const headingOf = ({ status }: Standard, owner: Municipality | undefined) => {
  if (owner?.unnamed) return 'local.sheet';
  return status === 'history' ? 'handoff.localBefore' : 'handoff.local';
};

/** What documents say of how a case begins, each with how old it is and whose. */
const localSections = (scene: Scene, matter: Matter, isOpen: Handing['isOpen']): Composed => {
  const { phrases } = scene;
  const english = phrases.language === 'en';
  const { asOf } = matter;
  return joined(
    standardsFor(scene, matter).map((standard) => {
      const owner = ownerOf(scene.knowledge, standard);
      if (!isOpen(standard.id) || (owner && !isOpen(owner.id))) return nothing;
      const tagged = standard.facts.filter(({ articles }) => articles.includes(howToApply));
      const all: readonly StandardFact[] =
        tagged.length > 0 ? tagged : standard.facts.filter(({ topic }) => topic === 'application');
      const facts = all.flatMap((fact) => valueAt(fact, standard, asOf) ?? []).slice(0, mostFacts);
      if (facts.length === 0) return nothing;
      const { title } = standard;
      const lines = facts.map((value) => tellValue(scene, standard, value, english));
      return {
        sections: [
          {
            heading: phrases.say(headingOf(standard, owner), { title }),
            items: lines.map(({ item }) => item),
            after: noteOf(scene, standard, english),
          },
        ],
        cited: [...wholeOf(scene, standard), ...lines.flatMap(({ cited }) => cited)],
      };
    }),
  );
};

/** When to say it; a question or a complaint has no change that waits to be told. */
const whenSection = ({ knowledge }: Scene, { asOf, walk, handover }: Matter): Composed => {
  const duty = walk && handover.track !== undefined ? knowledge.dutyOn('contact-when', asOf) : undefined;
  if (!duty) return nothing;
  return {
    sections: [{ heading: duty.title, text: duty.statement, items: duty.details.map(({ text }) => text) }],
    cited: citedOn([...duty.citations, ...duty.details.flatMap(({ citations }) => citations)], duty.verifiedOn),
    danish: true,
  };
};

/** The matter with what the conversation assumed of it: no card carries that. */
const knownOnly = (matter: Matter, state: ConversationState): Matter => {
  const { walk } = matter;
  return walk ? { ...matter, walk: { ...walk, assumed: assumedIn(state, walk.tree.id, walk.answers) } } : matter;
};

/** The card that says whom to ask, how and when, with a draft of what to say. Pure: it keeps and sends nothing. */
export const handoffView = (matter: Matter, handing: Handing): HandoffView => {
  const { scene, danish, place, isOpen, about, resume } = handing;
  const { knowledge, phrases } = scene;
  const { asOf, handover, topic } = matter;
  const recipient = knowledge.dutyOn(handover.whom, asOf)?.recipient;
  const acute = knowledge.dutyOn('contact-acute', asOf);
  const told = joined([
    whomSection(scene, matter),
    reachSection(scene, matter, recipient, isOpen),
    ...(recipient === 'municipality' ? [localSections(scene, matter, isOpen)] : []),
    whenSection(scene, matter),
  ]);
  const draft = draftOf(danish, knownOnly(matter, scene.state), isOpen);
  return {
    kind: 'handoff',
    language: phrases.language,
    recipient,
    ...(topic === undefined ? {} : { topic }),
    ...(place === undefined ? {} : { municipality: place }),
    asOf,
    sections: withDoubts(told.sections, phrases),
    draft: draft.lines,
    sources: sourceViews(knowledge, [
      ...(acute ? citedOn(acute.citations, acute.verifiedOn) : []),
      ...told.cited,
      ...draft.cited,
    ]),
    ...(phrases.language === 'en' && told.danish ? { untranslated: true } : {}),
    ...(about ? { about } : {}),
    ...(resume ? { resume } : {}),
  };
};
