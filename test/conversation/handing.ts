import { plainText, type HandoffView } from '../../src/cards/index.ts';
import { civilDate, type CivilDate } from '../../src/dates/index.ts';
import type { Answers } from '../../src/trees/index.ts';
import { dialogs } from '../helpers/content.ts';
import { phrases } from '../helpers/everyEnding.ts';
import { seen, TestGuide } from '../helpers/talk.ts';

/** The last day on which the municipality has all of it, and the first on which the region has its part. */
export const before = civilDate('2026-12-31');
export const after = civilDate('2027-01-01');
export const said = (key: string): string => dialogs.phrases[key]!;
/** Where the document of Vejen says that a case begins; it gives no number for it. */
export const brorup = 'Træning & Livsstil på Brørup Sundhedscenter (Visitation til træningen)';
/** The number that the same document gives for cancelling training, and for nothing else. */
export const cancelling = '79 96 64 34';

const walked = (tree: string, answers: Answers): object => ({ kind: 'handoff', tree, run: 'r-1', answers });
/** What the button on a card of the dialog on contact carries. */
export const contactWalk = (more: Answers): object =>
  walked('kontakt-kommunen', {
    ...{ occasion: 'worse', acute: 'no', workplace: 'municipal', track: 'everyday', consent: 'yes', earlier: 'no' },
    ...more,
  });
export const paragraphWalk = (answers: Answers): object => walked('hvilken-paragraf', answers);
export const courseWalk = (answers: Answers): object => walked('naeste-skridt', answers);
export const complaintWalk = (about: string): object => walked('klage', { about });

export const twin = (view: HandoffView): string => plainText(view, phrases);
export const draftIn = ({ draft: lines }: HandoffView): string => lines.join('\n');
/** What a click shows on a day, in a conversation of its own. */
export const on = async (day: CivilDate, data: object): Promise<HandoffView> =>
  seen(await new TestGuide({ today: day }).talk().click(data), 'handoff');
/** The text of the section on how to reach those who are asked. */
export const reach = ({ sections }: HandoffView): string => {
  const found = sections.find(({ heading }) => heading === said('handoff.reach'));
  return [found?.text, ...(found?.items ?? []), found?.after].filter(Boolean).join('\n');
};
