import { asText, chooseAgain, type PhraseKey } from '../../cards/index.ts';
import { normalise } from '../../language/index.ts';
import type { Turn } from '../turn.ts';
import { handOff, handOffIn } from './handOff.ts';
import { placeIn } from './places.ts';
import { share } from './share.ts';

/** What the typed words of a button say beyond its command, as its data would. */
const wordsSay = (
  { intent, guide }: Turn,
  key: PhraseKey & ('action.shareText' | 'action.otherMunicipality'),
): boolean =>
  intent.kind === 'command' &&
  [guide.phrases, guide.english].some((phrases) => normalise(phrases.say(key)) === normalise(intent.text));

/** The option of a click, or of the words of the button that are typed in its place. */
const optionOf = (turn: Turn, option: string | undefined): string | undefined => {
  if (wordsSay(turn, 'action.shareText')) return asText;
  return wordsSay(turn, 'action.otherMunicipality') ? chooseAgain : option;
};

/**
 * Takes a turn that hands something on: whom to ask about it, or a card to share. No walk is moved by it. False for any
 * other turn, which takes back the question for the municipality.
 */
export const handsOn = (turn: Turn): boolean => {
  const { intent, state, guide } = turn;
  const { handing } = state;
  delete state.handing;
  const action = intent.kind === 'action' ? intent.action : undefined;
  const asked = action?.kind ?? (intent.kind === 'command' ? intent.command : undefined);
  const option = optionOf(turn, action?.option);
  if (asked === 'handoff') handOff(turn, action, option);
  else if (asked === 'share') share(turn, action, option);
  else {
    const place = handing && intent.kind === 'said' ? placeIn(guide.knowledge, turn.trees, intent.text) : undefined;
    if (!handing || place === undefined) return false;
    handOffIn(turn, handing, place);
  }
  return true;
};
