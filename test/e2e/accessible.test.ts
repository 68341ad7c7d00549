import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { axeFaults, readAxe } from '../helpers/accessible/axe.ts';
import { fitFaults } from '../helpers/accessible/fit.ts';
import { focusFaults } from '../helpers/accessible/focus.ts';
import { heardFaults } from '../helpers/accessible/heard.ts';
import { treeOf } from '../helpers/accessible/tree.ts';
import { closed, trials, type Trial } from '../helpers/accessible/trials.ts';
import { overhear, User } from '../helpers/accessible/user.ts';
import { launchChromium, requireChromium } from '../helpers/chromium.ts';
import { ShownGuide } from '../helpers/shownGuide.ts';

const root = join(import.meta.dirname, '..', '..');
const pictures = join(root, 'test', 'out');
const desk = { width: 1280, height: 740 };
const telephone = { width: 360, height: 740 };
/** The desk at 200 % and at 400 %, as the page then sees it. */
const zoomed = [
  { width: 640, height: 370 },
  { width: 320, height: 185 },
] as const;

/** The kinds of card by the files that make them. */
const made = (): readonly string[] =>
  readdirSync(join(root, 'src', 'cards')).flatMap((file) => {
    const [, name] = /^(?!to|adaptive)(\w+)Card\.ts$/u.exec(file) ?? [];
    const kind = name?.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    return kind === undefined ? [] : [kind === 'share' ? 'shared' : kind];
  });

describe('every kind of card on the page', function () {
  this.timeout(60_000);
  const guide = new ShownGuide(closed);
  let browser: Browser | undefined;
  let url = '';

  before(async function () {
    requireChromium(this);
    mkdirSync(pictures, { recursive: true });
    url = await guide.listen();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await guide.close();
  });

  it('is tried', () => {
    const tried = new Set<string>(trials.map(({ kind }) => kind));
    expect(made().filter((kind) => !tried.has(kind))).to.deep.equal([]);
    expect(made()).to.have.length.above(15);
  });

  for (const language of ['da', 'en'] as const)
    describe(language === 'da' ? 'in Danish' : 'in English', () => {
      let user: User;
      let page: Page;

      before(async () => {
        const context = await browser!.newContext({ viewport: desk, locale: 'da-DK' });
        page = await context.newPage();
        page.setDefaultTimeout(10_000);
        await page.addInitScript(overhear);
        await page.addInitScript(readAxe);
        user = new User(page, guide, language === 'da' ? guide.guide.phrases : guide.guide.english);
        await user.open(url);
      });
      after(() => page.context().close());

      for (const trial of trials) {
        const { kind, name, anew, at, reach }: Trial = trial;
        it(`${name}: is heard, is reached with keys alone, and fits when it is large`, async () => {
          if (anew) await user.open(url);
          await reach(user);
          const shown = await user.settled(at);
          expect(shown).to.include({ kind, language });
          const faults = [
            ...(await heardFaults(user, shown)),
            ...(await focusFaults(page)),
            ...(await axeFaults(page)),
          ];
          const shoot = async ({ width }: { readonly width: number }): Promise<void> => {
            await page.evaluate(`window.tried.scrollIntoView({ block: 'start' })`);
            await page.screenshot({ path: join(pictures, `accessible-${name}-${language}-${String(width)}.png`) });
          };
          await shoot(desk);
          await page.evaluate(`window.held = document.activeElement`);
          for (const size of [...zoomed, telephone]) {
            await page.setViewportSize(size);
            await user.settled(at);
            faults.push(...(await fitFaults(page)));
            if (size.width < 640) await shoot(size);
          }
          faults.push(...(await axeFaults(page)));
          if (!(await page.evaluate<boolean>(`window.held === document.activeElement`)))
            faults.push('the focus is lost when all is enlarged');
          await page.setViewportSize(desk);
          await user.settled(at);
          expect(faults).to.deep.equal([]);
        });
      }

      it('keeps the focus after every press', () => {
        expect(user.lost).to.deep.equal([]);
      });

      it('says what is missing, where it is missing', async () => {
        await user.open(url);
        await user.begin('hvilken-paragraf');
        await user.card.getByRole('button', { name: user.phrases.say('action.answer'), exact: true }).press('Enter');
        const missing = user.phrases.say('input.choiceMissing');
        await user.card.locator('input:focus').waitFor();
        const first = user.card.getByRole('radio', { name: missing });
        expect(await first.count(), 'it is said with what has the focus').to.equal(1);
        expect(await first.and(page.locator(':focus')).count()).to.equal(1);
        await user.settled();
        expect(await axeFaults(page)).to.deep.equal([]);
      });

      it('has the faults of Web Chat that docs/accessibility.md tells of, and no card without a name', async () => {
        const said = await treeOf(page.locator('[role="feed"]'));
        const cards = await page.locator('.ac-adaptiveCard').count();
        expect(said.filter(({ role }) => role === 'form').map(({ text }) => text !== '')).to.deep.equal(
          Array.from({ length: cards }, () => true),
        );
        expect(said.some(({ text }) => /\d\s?(?:AM|PM)(?!\p{L})/iu.test(text))).to.equal(true);
      });

      it('leaves older cards in their own language when the conversation changes to the other', async () => {
        await user.say('menu');
        await user.say(user.in('english', 'dansk'));
        await user.settled();
        const languages = [user.in('da', 'en'), user.in('en', 'da')];
        for (const [index, one] of languages.entries())
          await page
            .locator('.ac-adaptiveCard')
            .nth(index - 2)
            .and(page.locator(`[lang="${one}"]`))
            .waitFor();
        await page.locator(`html[lang="${languages[1]!}"]`).waitFor();
        await user.say(user.in('dansk', 'english'));
      });

      it('asks before a conversation is left, and gives the focus back', async () => {
        const restart = page.locator('#restart');
        await restart.press('Enter');
        await page.locator('dialog[open]').waitFor();
        await page.evaluate(`window.tried = document.querySelector('dialog')`);
        expect(await axeFaults(page)).to.deep.equal([]);
        const said = await treeOf(page.locator('dialog'));
        expect(said.filter(({ role }) => role === 'button').map(({ text }) => text)).to.deep.equal(
          language === 'da' ? ['Bliv her', 'Start ny samtale'] : ['Stay here', 'Start a new chat'],
        );
        await page.keyboard.press('Escape');
        await page.locator('#restart:focus').waitFor();
      });
    });

  it('and the page about the guide can be read when it is large', async () => {
    const page = await browser!.newPage({ viewport: { width: 320, height: 740 } });
    await page.addInitScript(readAxe);
    await page.goto(`${url}/om`);
    await page.evaluate(`window.tried = document.querySelector('main')`);
    const said = await treeOf(page.locator('main'));
    expect(said.filter(({ role }) => role === 'heading').map(({ level }) => level)).to.deep.equal([1, 2, 2]);
    expect([...(await axeFaults(page, 5)), ...(await fitFaults(page))]).to.deep.equal([]);
    await page.close();
  });
});
