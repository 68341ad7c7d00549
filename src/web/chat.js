/** The chat page: Web Chat in Danish on our own Direct Line, with a line that tells how the connection is. */
import { followChoices, mendCards, openAtTop, outlineLongCards, separateCards } from './cards.js';
import { connect } from './connection.js';
import { hostConfig } from './hostConfig.js';
import { focusCard, keyboard } from './keyboard.js';
import { forgetPlace, loadPlace, savePlace, userId } from './session.js';
import { speak, wordsNow } from './words.js';

const SHOW_LOST_AFTER_MS = 800;
const HIDE_AFTER_MS = 6000;

const element = (id) => document.getElementById(id);
const statusLine = element('status');
const chat = element('chat');

let timer;
let wasLost = false;
const say = (text, tone = '') => {
  statusLine.textContent = text;
  statusLine.dataset.tone = tone;
};

/** A drop that mends itself within the blink of an eye is not worth a word. */
const showStatus = (status) => {
  if (status === 'gone') {
    clearTimeout(timer);
    say(wordsNow().expired, 'bad');
  } else if (status === 'lost' && timer === undefined && !wasLost) {
    timer = setTimeout(() => {
      wasLost = true;
      timer = undefined;
      say(wordsNow().lost, 'bad');
    }, SHOW_LOST_AFTER_MS);
  } else if (status === 'online') {
    clearTimeout(timer);
    timer = undefined;
    if (!wasLost) return;
    wasLost = false;
    say(wordsNow().back, 'good');
    setTimeout(() => wasLost || say(''), HIDE_AFTER_MS);
  }
};

const startAnew = () => {
  forgetPlace();
  location.reload();
};

const styleOptions = () => ({
  accent: '#0b4f7d',
  subtle: '#595959',
  primaryFont: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  backgroundColor: '#f6f7f9',
  botAvatarInitials: '§',
  userAvatarInitials: wordsNow().you,
  botAvatarBackgroundColor: '#0b4f7d',
  userAvatarBackgroundColor: '#3f4a54',
  bubbleBorderColor: '#c9d1d9',
  bubbleBorderRadius: 8,
  bubbleMaxWidth: 720,
  bubbleMinWidth: 120,
  bubbleFromUserBackground: '#e3eef6',
  bubbleFromUserBorderColor: '#b5cfe2',
  bubbleFromUserBorderRadius: 8,
  cardPushButtonBackgroundColor: '#0b4f7d',
  richCardWrapTitle: true,
  // A long answer is shown from its beginning.
  autoScrollSnapOnPage: true,
  autoScrollSnapOnPageOffset: -16,
  emojiSet: {},
  hideUploadButton: true,
  markdownRenderHTML: false,
  sendBoxBorderTop: 'solid 1px #c9d1d9',
  sendBoxHeight: 52,
  sendBoxPlaceholderColor: '#595959',
  sendBoxTextWrap: true,
  sendTimeout: 60_000,
  suggestedActionHeight: 44,
  suggestedActionLayout: 'stacked',
  suggestedActionsStackedLayoutButtonTextWrap: true,
});

/** The language of each card that came, by what a voice says of it. */
const languages = new Map();

const start = () => {
  const user = userId();
  const place = loadPlace();
  const connection = connect({
    base: `${location.origin}/directline`,
    place,
    onPlace: savePlace,
    onStatus: showStatus,
  });
  if (place === null) openAtTop(chat);
  separateCards(chat);
  mendCards(chat, (speech) => languages.get(speech));
  outlineLongCards(chat);
  followChoices(chat, focusCard);
  const store = window.WebChat.createStore();
  const render = () => {
    const props = {
      directLine: connection,
      store,
      userID: user,
      locale: wordsNow().locale,
      adaptiveCardsHostConfig: hostConfig,
      styleOptions: styleOptions(),
      sendTypingIndicator: false,
      nonce: document.querySelector('script[nonce]').nonce,
      overrideLocalizedStrings: wordsNow().webChat,
    };
    window.WebChat.renderWebChat(props, chat);
  };
  // Before Web Chat is told, so that it draws and reads a card in the card's own language.
  connection.activity$.subscribe(({ attachments = [] }) => {
    for (const { content } of attachments) {
      if (content?.lang === undefined) continue;
      languages.set(content.speak, content.lang);
      if (speak(content.lang)) render();
    }
  });
  render();
  connection.activity$.subscribe(({ type, id }) => {
    if (type === 'messageDelete') store.dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: id } });
  });
  connection.whenOnline.then((shown) => {
    const join = { type: 'event', name: 'webchat/join', value: { shown }, from: { id: user }, locale: 'da-DK' };
    connection.postActivity(join).subscribe({});
  });
};

const { focusNewest } = keyboard(chat);
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  focusNewest();
});
element('restart').addEventListener('click', () => element('confirm').showModal());
element('confirm').addEventListener('close', () => element('confirm').returnValue === 'yes' && startAnew());
if (window.WebChat === undefined) say(wordsNow().notLoaded, 'bad');
else start();
