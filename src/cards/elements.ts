import type {
  ActionSet,
  CardAction,
  ChoiceSetInput,
  ColumnSet,
  Container,
  DateFieldInput,
  FactSet,
  SubmitAction,
  TextBlock,
} from './adaptiveCard.ts';
import { escaped, inert, linked } from './markdown.ts';
import type { Button, ChoiceInput, DateInput, Fact, SourceLine } from './page.ts';

type Look = Omit<TextBlock, 'type' | 'text' | 'wrap'>;
const markdown = (text: string, look: Look = {}): TextBlock => ({ type: 'TextBlock', text, wrap: true, ...look });

/** Plain text that wraps; nothing in it becomes markup. */
export const textBlock = (text: string, look: Look = {}): TextBlock => markdown(escaped(text), look);

/** A heading that a screen reader finds; the card's title is `large`. */
export const heading = (text: string, size: 'large' | 'medium'): TextBlock =>
  textBlock(text, { style: 'heading', size, weight: 'bolder' });

/** Lines below each other, as they stand. */
export const lineBlock = (lines: readonly string[]): TextBlock => markdown(lines.map(escaped).join('\n\n'));

/** A real list, which a screen reader counts. */
export const bulletList = (items: readonly string[]): TextBlock =>
  markdown(items.map((item) => `- ${escaped(item)}`).join('\n'), { spacing: 'small' });

/** Where the guide runs on this machine alone there is no https; its own files are still to be opened. */
const onThisMachine = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\/[\w/=,.-]+$/u;
const linkTo = (text: string, link: string): string =>
  onThisMachine.test(link) ? `[${escaped(text)}](${link})` : linked(text, link);

/** One line a source; the place links to the source when it has an address. */
export const sourceLines = (items: readonly SourceLine[]): TextBlock =>
  markdown(
    items
      .map(({ place, link, checked }) => `- ${link ? linkTo(place, link) : escaped(place)} · ${escaped(checked)}`)
      .join('\n'),
    { spacing: 'small' },
  );

/** Names and values in two columns, never more. */
export const factRows = (rows: readonly Fact[]): FactSet => ({
  type: 'FactSet',
  facts: rows.map(({ name, value }) => ({ title: escaped(name), value: escaped(value) })),
});

/** Elements that belong together: set apart by a line, or on a tinted ground. */
export const container = (look: 'section' | 'box', items: Container['items']): Container =>
  look === 'box'
    ? { type: 'Container', style: 'emphasis', items }
    : { type: 'Container', separator: true, spacing: 'large', items };

const demand = (required: string | undefined): { isRequired?: true; errorMessage?: string } =>
  required === undefined ? {} : { isRequired: true, errorMessage: required };
const chosenValue = (chosen: string | undefined): { value?: string } => (chosen === undefined ? {} : { value: chosen });

/** The title of a choice: a number to type, the label, and its help. The space is a hard one, so that no client makes a list of it. */
export const choiceTitle = (number: number, label: string, help?: string): string =>
  `${String(number)}.\u00a0${label}${help === undefined ? '' : ` – ${help}`}`;

/** One choice among several, each with its number in front. */
export const choiceSet = (input: ChoiceInput, style: ChoiceSetInput['style']): ChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  id: input.id,
  label: inert(input.label),
  style,
  wrap: true,
  ...demand(input.required),
  ...chosenValue(input.chosen),
  ...(input.hint === undefined ? {} : { placeholder: input.hint }),
  choices: input.options.map(({ id, label, help }, index) => ({
    title: choiceTitle(index + 1, inert(label), help === undefined ? undefined : inert(help)),
    value: id,
  })),
});

/** A day, which arrives as the named answer `option`. */
export const dateField = (input: DateInput): DateFieldInput => ({
  type: 'Input.Date',
  id: 'option',
  label: inert(input.label),
  ...demand(input.required),
  ...chosenValue(input.chosen),
});

/** Clicks that leave the card as it is: they need no Execute, which would carry their data twice. */
const leavesCard: ReadonlySet<string> = new Set(['text', 'handoff', 'share']);

/** A button. Clients that do not know Action.Execute send the same data as Action.Submit. */
export const action = ({ title, data, withInput }: Button): CardAction => {
  const associatedInputs = withInput ? 'auto' : 'none';
  const fallback: SubmitAction = { type: 'Action.Submit', title, data, associatedInputs };
  if (!withInput && leavesCard.has(data.kind)) return fallback;
  return { type: 'Action.Execute', title, verb: data.kind, data, associatedInputs, fallback };
};

/** A row that acts when it is tapped: its text, and beside it what the tap does. A screen reader hears both. */
export const actingRow = (text: string, act: CardAction, does: string): ColumnSet => ({
  type: 'ColumnSet',
  spacing: 'small',
  selectAction: act,
  columns: [
    { type: 'Column', width: 'stretch', verticalContentAlignment: 'center', items: [textBlock(text)] },
    {
      type: 'Column',
      width: 'auto',
      verticalContentAlignment: 'center',
      items: [textBlock(does, { weight: 'bolder' })],
    },
  ],
});

/** Buttons in the middle of a card. */
export const actionSet = (actions: readonly CardAction[]): ActionSet => ({ type: 'ActionSet', actions });
