/**
 * Finds what is Danish on an English card, so that a screen reader says it in Danish: the law's own words, and what a
 * municipality has written. It goes by small words that only one of the languages has, and by letters that English lacks.
 */

const danish =
  /(?<!\p{L})(?:og|er|ikke|det|skal|til|på|af|den|der|kan|med|har|eller|hvis|efter|så|fra|også|kun|vi|hvad|hvem|hvor|sig|et|en|du|jeres|når|bliver|ved)(?!\p{L})|\p{L}*[æøå]\p{L}*/giu;
const english =
  /(?<!\p{L})(?:the|and|is|not|to|of|a|that|must|can|with|or|if|from|by|in|it|you|does|applies|read|see|what|who|has|have|on|under)(?!\p{L})/giu;

const count = (text, words) => (text.match(words) ?? []).length;

/** @param {string} text */
export const isDanish = (text) => count(text, danish) > count(text, english);
