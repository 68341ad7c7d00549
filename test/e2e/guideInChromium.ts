import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'mocha';
import { requireChromium } from '../helpers/chromium.ts';
import { startGuide, temporaryFolder, type GuideProcess } from '../helpers/guideProcess.ts';
import { inChromium } from '../server/chatPage.ts';

/** Where tests put pictures of what a user sees. */
export const folderOfPictures = join(import.meta.dirname, '..', 'out');

/** A guide that runs on one day through a suite, and a way to open its page. Its address is known once the suite has begun. */
export const guideInChromium = (
  asOf: string,
): { readonly open: ReturnType<typeof inChromium>; readonly url: string } => {
  const open = inChromium();
  const folder = temporaryFolder();
  let guide: GuideProcess | undefined;

  before(async function () {
    requireChromium(this);
    mkdirSync(folderOfPictures, { recursive: true });
    guide = await startGuide(folder.path, { AS_OF: asOf });
  });
  after(async () => {
    await guide?.stop();
    folder.remove();
  });

  return {
    open,
    get url(): string {
      if (!guide) throw new Error('The guide has not been started.');
      return guide.url;
    },
  };
};
