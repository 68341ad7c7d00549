import { choiceTitle } from './elements.ts';
import type { Block, Page } from './page.ts';
import type { Phrases } from './phrases.ts';

interface Twin {
  readonly paragraphs: string[];
  /** Choices so far: the user may type the number. */
  choices: number;
}

const numbered = (twin: Twin, labels: readonly { label: string; help?: string }[]): string =>
  labels.map(({ label, help }) => choiceTitle(++twin.choices, label, help).replace('\u00a0', ' ')).join('\n');

const tell = (twin: Twin, block: Block): void => {
  const { paragraphs } = twin;
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'strong':
    case 'text':
    case 'subtle':
      paragraphs.push(block.text);
      break;
    case 'lines':
      paragraphs.push(block.lines.join('\n'));
      break;
    case 'list':
      paragraphs.push(block.items.map((item) => `- ${item}`).join('\n'));
      break;
    case 'sources':
      paragraphs.push(
        block.items
          .map(({ place, checked, link }) => `- ${place} · ${checked}${link === undefined ? '' : `\n  ${link}`}`)
          .join('\n'),
      );
      break;
    case 'facts':
      paragraphs.push(block.rows.map(({ name, value }) => `${name}: ${value}`).join('\n'));
      break;
    case 'choice':
      paragraphs.push(block.input.label, numbered(twin, block.input.options));
      break;
    case 'date':
      paragraphs.push(block.input.label);
      break;
    case 'buttons':
      paragraphs.push(
        numbered(
          twin,
          block.buttons.map(({ title }) => ({ label: title })),
        ),
      );
      break;
    case 'understood':
      paragraphs.push(block.lines.map(({ text }) => `- ${text}`).join('\n'));
      break;
    case 'correction':
      break;
    case 'box':
    case 'section':
      for (const inner of block.blocks) tell(twin, inner);
      break;
  }
};

/** What a page says, without its ways forward: fit to be pasted. */
export const toText = (page: Page): string => {
  const twin: Twin = { paragraphs: [], choices: 0 };
  for (const block of page.blocks) tell(twin, block);
  return twin.paragraphs.join('\n\n');
};

/** The buttons below a page as one line of words to type; empty when there are none. */
export const waysForward = (page: Page, phrases: Phrases): string => {
  const ways = page.actions.filter(({ withInput }) => !withInput).map(({ title }) => title);
  return ways.length === 0 ? '' : phrases.say('twin.ways', { ways: ways.join(' · ') });
};
