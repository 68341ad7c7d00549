import { expect } from 'chai';
import { textsOf } from './cardReader.ts';
import { startGuide, temporaryFolder, type GuideProcess } from './guideProcess.ts';
import { buttonsOf, cardIn, Playground, type CardAction, type Shown, type Turn } from './playground.ts';
import { place } from './playgroundProcess.ts';

/** A Monday: the answers follow the law of this day, whenever the tests run. */
const asOf = '2026-11-23';

/** The ways in which a client sends a click. */
export type Click = 'execute' | 'submit';

/** The only message that a turn brought; fails when the guide was silent, said more than one thing, or had trouble. */
export const only = (turn: Turn): Shown => {
  expect(turn.status, 'what the guide answered').to.equal(200);
  expect(turn.shown, 'messages of one turn').to.have.length(1);
  return turn.shown[0]!;
};

/** Nothing came, and the guide had no trouble. */
export const expectSilence = (turn: Turn): void => {
  expect(turn.status, 'what the guide answered').to.equal(200);
  expect([...turn.shown, ...turn.replaced]).to.deep.equal([]);
};

/** What a message shows, text by text, whether it is a card or not. */
export const readingOf = (shown: Shown): readonly string[] =>
  shown.attachments.length === 0 ? [shown.text ?? ''] : textsOf(cardIn(shown));

/** The button that has this title. */
export const buttonOn = (shown: Shown, title: string): CardAction => {
  const button = buttonsOf(cardIn(shown)).find((one) => one.title === title);
  if (!button)
    throw new Error(
      `No button "${title}" among ${buttonsOf(cardIn(shown))
        .map((one) => one.title)
        .join()}`,
    );
  return button;
};

const answersOn = (shown: Shown): readonly CardAction[] =>
  buttonsOf(cardIn(shown)).filter(({ data }) => data.kind === 'answer');

/** True on a card of a question. */
export const asksOn = (shown: Shown): boolean => answersOn(shown).length > 0;

/** What is answered on the way through "Hvilken paragraf gælder?". */
const facts: Readonly<Record<string, string>> = {
  ...{ need: 'regain', hospitalPlan: 'none', pensionAge: 'reached', ageRelatedLoss: 'yes', careNeed: 'yes' },
  ...{ earlierDecision: 'none', needChanged: 'yes', housing: 'own-home', personalAssistance: 'no' },
};

/** The guide as a process behind the Playground as another, and one who uses it. */
export class Stage {
  readonly #folder = temporaryFolder();
  #guide: GuideProcess | undefined;
  #playground: Playground | undefined;

  get guide(): GuideProcess {
    return this.#guide!;
  }

  get playground(): Playground {
    return this.#playground!;
  }

  /** What the guide has sent and the Playground did not take. */
  get refused(): readonly unknown[] {
    return this.#playground?.refused ?? [];
  }

  async open(): Promise<void> {
    this.#guide = await startGuide(this.#folder.path, { AS_OF: asOf });
    this.#playground = await Playground.start(`${this.#guide.url}/api/messages`);
  }

  async close(): Promise<void> {
    await this.#playground?.stop();
    await this.#guide?.stop();
    this.#folder.remove();
  }

  /** Begins the personal chat again in a language: the Playground's own client is always an English one. */
  async fresh(language: 'dansk' | 'english' = 'dansk'): Promise<Shown> {
    await this.playground.event('uninstall');
    return this.say(language);
  }

  async say(text: string, conversation: string = place.personal): Promise<Shown> {
    return only(await this.playground.say(text, conversation));
  }

  /** Answers what a card asks, with a button of its own or with what is chosen on it. */
  answer(by: Click, on: Shown): Promise<Turn> {
    const [first, ...others] = answersOn(on);
    const fact = facts[first?.data.question ?? '']!;
    const button = [first, ...others].find((one) => one?.data.option === fact);
    return button ? this.click(by, on, button) : this.click(by, on, first!, { option: fact });
  }

  /** Begins a dialog and answers up to its outcome. */
  async toOutcome(): Promise<Shown> {
    let card = await this.say('hvilken paragraf');
    while (asksOn(card)) card = only(await this.answer('execute', card));
    return card;
  }

  click(by: Click, on: Shown, button: CardAction, inputs: object = {}): Promise<Turn> {
    return this.playground[by](on, button, inputs);
  }
}

/** Hooks that give a suite its stage. Nothing that the guide sends may be refused by the Playground. */
export const onStage = (): Stage => {
  const stage = new Stage();
  before(() => stage.open());
  after(async () => {
    await stage.close();
    expect(stage.refused, 'what the Playground refused').to.deep.equal([]);
  });
  return stage;
};
