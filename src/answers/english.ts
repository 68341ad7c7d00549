import { wordsOf } from '../language/index.ts';

const englishWords = new Set(
  'the is are what how when who whom which where does do did can must should of and if after from with we my our their your his her you it there been has not or about that this will would in on was were they she he us then but both same need needs needed help old year years now please explain meaning means any have may more many much home week weeks days again between which because while without another himself herself lady resident doctor needed right paragraph possible training course still already never always one two no got get gets gives going stay first'.split(
    ' ',
  ),
);
const danishWords = new Set(
  'er hvad hvordan hvornaar hvem hvilken hvilke hvilket hvor og jeg vi den det en et til af at ikke skal kan maa har paa fra efter om med hun han de der som min vores hos ved eller'.split(
    ' ',
  ),
);

/** What an English question begins with, and a Danish one never. */
const openings = new Set(
  'is are what how when who whom whose which where why does do did can must should may'.split(' '),
);

/** True when a text is written in English, or does not show its language where English is spoken. */
export const isEnglish = (text: string, spoken: 'da' | 'en' = 'da'): boolean => {
  let english = 0;
  let danish = 0;
  const words = wordsOf(text);
  for (const { key } of words) {
    if (englishWords.has(key)) english++;
    if (danishWords.has(key)) danish++;
  }
  if (spoken === 'en') return english >= danish;
  return english > danish && (english >= 2 || openings.has(words[0]?.key ?? ''));
};
