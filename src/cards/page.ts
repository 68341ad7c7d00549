import type { CivilDate } from '../dates/index.ts';
import type { ActionData, OptionView } from './views.ts';

/** A button: what it says and what it sends. `withInput` also sends what the user filled in above it. */
export interface Button {
  readonly title: string;
  readonly data: ActionData;
  readonly withInput?: true;
}

/** One line of a fact list: a short name and its value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** One line of a source list; only `place` becomes the link. */
export interface SourceLine {
  readonly place: string;
  readonly checked: string;
  readonly link?: string;
}

/** One choice among many; the id of the input names what the choice fills in. */
export interface ChoiceInput {
  readonly id: string;
  readonly label: string;
  readonly options: readonly OptionView[];
  readonly chosen?: string;
  /** What to say when nothing is chosen; absent when the choice may be left alone. */
  readonly required?: string;
  readonly hint?: string;
}

export interface DateInput {
  readonly label: string;
  readonly required: string;
  readonly chosen?: CivilDate;
}

/** A piece of a page, before it is decided whether it is shown as a card or as plain text. All text in it is plain. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'strong' | 'text' | 'subtle'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'sources'; readonly items: readonly SourceLine[] }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'choice'; readonly input: ChoiceInput }
  | { readonly kind: 'date'; readonly input: DateInput }
  /** Buttons that are part of what is said: the twin lists them as numbered choices. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** A way to correct what the page says elsewhere: adds no fact, so the twin leaves it out. */
  | { readonly kind: 'correction'; readonly input: ChoiceInput; readonly button: Button }
  /** What was understood, a line each with the button that corrects it. */
  | { readonly kind: 'understood'; readonly lines: readonly { readonly text: string; readonly button: Button }[] }
  | { readonly kind: 'box' | 'section'; readonly blocks: readonly Block[] };

/** Everything one view says, in order: the card and its plain-text twin are both made from this and nothing else. */
export interface Page {
  /** One sentence for the notification and for clients that cannot show cards. */
  readonly summary: string;
  /** What a voice says. */
  readonly speak: string;
  readonly blocks: readonly Block[];
  /** The ways forward below everything else. */
  readonly actions: readonly Button[];
}

/** The block made from a value that is there; nothing for one that is not. */
export const present = <T>(value: T | undefined, make: (value: T) => Block): Block[] =>
  value === undefined ? [] : [make(value)];

/** A list under a line in bold; nothing when the list is empty. */
export const listUnder = (name: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'strong', text: name },
        { kind: 'list', items },
      ];

/** A section with a heading; nothing when it would hold nothing. */
export const sectionUnder = (heading: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'section', blocks: [{ kind: 'heading', text: heading }, ...blocks] }];
