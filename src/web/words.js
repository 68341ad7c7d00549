/** What the page says itself, in each language of the guide. The page itself is written in Danish. */
export const words = {
  da: {
    limits: 'Guiden er en maskine. Skriv ikke navne eller CPR-numre.',
    restart: 'Start forfra med ny samtale',
    skip: 'Gå til samtalen',
    chat: 'Samtale med Paragrafguiden',
    confirm: 'Vil du starte en ny samtale?',
    gone: 'Det, der står i denne samtale, forsvinder fra siden.',
    stay: 'Bliv her',
    begin: 'Start ny samtale',
    expired: 'Samtalen er udløbet. Vælg “Start forfra med ny samtale”.',
    lost: 'Forbindelsen er afbrudt. Guiden prøver igen af sig selv, og det, du sender nu, kommer med.',
    back: 'Forbindelsen er tilbage. Du kan fortsætte, hvor du slap.',
    notLoaded: 'Samtalen kunne ikke indlæses. Genindlæs siden.',
    outline: 'Find i svaret',
    toButtons: 'Ned til knapperne',
    you: 'Du',
    webChat: {
      ACTIVITY_BOT_SAID_ALT: 'Guiden sagde:',
      ACTIVITY_BOT_ATTACHED_ALT: 'Guiden viser:',
      TEXT_INPUT_ALT: 'Skriv dit spørgsmål eller svar',
      TEXT_INPUT_PLACEHOLDER: 'Skriv dit spørgsmål eller svar',
    },
    locale: 'da-DK',
  },
  en: {
    limits: 'The guide is a machine. Do not write names or CPR numbers.',
    restart: 'Start over with a new chat',
    skip: 'Go to the chat',
    chat: 'Chat with Paragrafguiden',
    confirm: 'Do you want to start a new chat?',
    gone: 'What is in this chat disappears from the page.',
    stay: 'Stay here',
    begin: 'Start a new chat',
    expired: 'The chat has expired. Choose “Start over with a new chat”.',
    lost: 'The connection is lost. The guide tries again by itself, and what you send now comes along.',
    back: 'The connection is back. You can continue where you left off.',
    notLoaded: 'The chat could not be loaded. Load the page again.',
    outline: 'Find in the answer',
    toButtons: 'Down to the buttons',
    you: 'You',
    webChat: {
      ACTIVITY_BOT_SAID_ALT: 'The guide said:',
      ACTIVITY_BOT_ATTACHED_ALT: 'The guide shows:',
      TEXT_INPUT_ALT: 'Write your question or answer',
      TEXT_INPUT_PLACEHOLDER: 'Write your question or answer',
    },
    locale: 'en-GB',
  },
};

/** The words of the page as it stands now. */
export const wordsNow = () => words[document.documentElement.lang] ?? words.da;

/** Puts the page's own words into a language that it knows; true when that changed them. */
export const speak = (language) => {
  const root = document.documentElement;
  if (!Object.hasOwn(words, language) || root.lang === language) return false;
  root.lang = language;
  for (const one of document.querySelectorAll('[data-say]')) one.textContent = words[language][one.dataset.say];
  document.getElementById('chat').ariaLabel = words[language].chat;
  return true;
};
