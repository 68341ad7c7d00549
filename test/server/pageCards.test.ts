import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { inChromium } from './chatPage.ts';
import { longCard } from './longCard.ts';
import { card, localChannel, start } from './support.ts';

/** A question with radio buttons, named alike on every card. */
const choices = (text: string): Record<string, unknown> => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text, wrap: true, style: 'heading' },
      {
        type: 'Input.ChoiceSet',
        id: 'option',
        style: 'expanded',
        label: 'Vælg et svar',
        choices: ['Genoptræning', 'Mad', 'Sygepleje'].map((title) => ({ title, value: title })),
      },
    ],
    actions: ['Svar', 'Tilbage'].map((title) => ({ type: 'Action.Submit', title, data: { kind: title } })),
  },
});

const sending = (attachment: (isFirst: boolean) => Record<string, unknown>): ReturnType<typeof localChannel> =>
  localChannel(async (turn) => {
    await turn.sendActivity({ attachments: [attachment(turn.activity.type === 'event') as never] });
  });
const topOf = async (one: Locator): Promise<number> => (await one.boundingBox())?.y ?? -1;

describe('cards on the chat page', () => {
  const open = inChromium();

  it('are used with Tab and Enter alone', async () => {
    const chat = await open((await start()).url, 1280);
    await chat.page.evaluate('document.activeElement.blur()');
    expect(await chat.press('Tab')).to.equal('Gå til samtalen');
    expect(await chat.press('Enter')).to.equal('Hvor bor borgeren?');
    expect(await chat.press('Tab')).to.match(/^Bor i eget hjem/u);
    expect(await chat.press('Tab')).to.equal('Plejehjem');
    await chat.press('Enter');
    await chat.said('valg: {“kind”:“answer”,“question”:“housing”,“option”:“care-home”}');
    expect(await chat.press('Tab')).to.equal('Skriv dit spørgsmål eller svar');
    await chat.page.keyboard.type('kort');
    await chat.press('Enter');
    await chat.cards().nth(1).waitFor();
    expect(await chat.press('Shift+Tab')).to.equal('Plejehjem');
    expect(await chat.press('Shift+Tab')).to.match(/^Bor i eget hjem/u);
    expect(await chat.press('Shift+Tab')).to.match(/^Chat-historik/u);
    expect(await chat.press('Tab')).to.match(/^Bor i eget hjem/u);
    await chat.press('Escape', 'ArrowUp', 'ArrowUp', 'Enter');
    expect(chat.complaints).to.deep.equal([]);
  });

  it('take the focus along after a choice made with the keyboard, and leave it after a click', async () => {
    const chat = await open((await start({ local: sending(() => card('Hvor bor borgeren?')) })).url, 360);
    const hasFocus = (selector: string, card: number): string =>
      `document.activeElement === document.querySelectorAll('.ac-adaptiveCard')[${String(card)}].querySelector('${selector}')`;
    await chat.choice('Plejehjem').focus();
    await chat.press('Enter');
    await chat.cards().nth(1).waitFor();
    await chat.page.waitForFunction(hasFocus('.ac-textBlock', 1));
    await chat.choice('Plejehjem').click();
    await chat.cards().nth(2).waitFor();
    await chat.page.waitForTimeout(300);
    expect(await chat.page.evaluate<boolean>(hasFocus('.ac-textBlock', 2))).to.equal(false);
  });

  it('keep their own answers: a choice on one does not wipe out the choice on another', async () => {
    const chat = await open((await start({ local: sending(() => choices('Hvad er der brug for?')) })).url, 360);
    const radios = (index: number): Locator => chat.cards().nth(index).locator('input[type="radio"]');
    await radios(0).nth(2).focus();
    await chat.press('Space');
    expect(await chat.press('ArrowUp')).to.equal('Mad');
    expect(await chat.press('Tab')).to.equal('Svar');
    expect(await chat.press('Shift+Tab')).to.equal('Mad');
    expect(await chat.press('Shift+Tab')).to.match(/^Chat-historik/u);
    await chat.choice('Svar').click();
    await radios(1).nth(2).click();
    expect(await radios(0).nth(1).isChecked()).to.equal(true);
    expect(
      (await chat.cards().nth(1).locator('.ac-choiceSetInput-expanded > div').first().boundingBox())?.height,
    ).to.be.at.least(44);
    await chat.expectAccessible();
  });

  it('are shown from their beginning after a choice, wherever the reader had scrolled', async () => {
    const chat = await open((await start({ local: sending(() => longCard) })).url, 360);
    await chat.page.waitForTimeout(800);
    expect(await topOf(chat.cards().first()), 'the first opens at its top').to.be.within(100, 300);
    await chat.choice('Videre').click();
    await chat.cards().nth(1).waitFor();
    await chat.cards().first().locator('.ac-pushButton').first().focus();
    await chat.press('Enter');
    await chat.cards().nth(2).waitFor();
    await chat.page.waitForTimeout(800);
    expect(await topOf(chat.cards().nth(2))).to.be.within(100, 300);
  });

  for (const width of [320, 360, 1280]) {
    it(`show a long answer whole and readable at ${String(width)} px`, async () => {
      const local = sending((isFirst) => (isFirst ? card('Hvor bor borgeren?') : longCard));
      const chat = await open((await start({ local })).url, width);
      await chat.choice('Plejehjem').click();
      const title = chat.page.locator('.ac-textBlock', { hasText: 'Det er ældreloven § 10' }).last();
      await title.waitFor();
      await chat.page.waitForTimeout(800);
      expect(await topOf(title), 'the title is in view').to.be.within(75, 700);
      expect(await chat.overflow()).to.deep.equal([]);
      await chat.expectAccessible();
    });
  }
});
