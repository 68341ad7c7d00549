/** English words of dates, and what a Danish reader writes. Words that are alike in both are not among them. */
const danish: Readonly<Record<string, string>> = {
  january: 'januar',
  february: 'februar',
  march: 'marts',
  may: 'maj',
  june: 'juni',
  july: 'juli',
  october: 'oktober',
  oct: 'oktober',
  today: 'i dag',
  tomorrow: 'i morgen',
  yesterday: 'i går',
  monday: 'mandag',
  tuesday: 'tirsdag',
  wednesday: 'onsdag',
  thursday: 'torsdag',
  friday: 'fredag',
  saturday: 'lørdag',
  sunday: 'søndag',
};

const number = /^(\d{1,2})(?:st|nd|rd|th)$/u;
const wordOf = (word: string): string => danish[word] ?? number.exec(word)?.[1] ?? word;

/** A typed day with its English words in Danish: "5th January 2027" is "5 januar 2027". A month first is put after the day. */
export const danishDay = (text: string): string => {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((word) => word !== '' && word !== 'the' && word !== 'of' && word !== 'on')
    .map(wordOf);
  const at = words.findIndex((word, index) => /^\p{L}/u.test(word) && /^\d{1,2}$/u.test(words[index + 1] ?? ''));
  const [month, day] = [words[at], words[at + 1]];
  if (at < 0 || month === undefined || day === undefined || month === 'uge') return words.join(' ');
  return [...words.slice(0, at), day, month, ...words.slice(at + 2)].join(' ');
};
