import type { MenuItemView } from '../cards/index.ts';
import { normalise } from '../language/index.ts';
import type { Turn } from './turn.ts';

/** What the menu offers. */
export const menuItems = ({ menu }: Pick<Turn, 'menu'>): readonly MenuItemView[] => menu.menu;

/** The topic that a typed text is: its number on the menu, or its name in either language. */
export const topicNamed = ({ menu, guide }: Pick<Turn, 'menu' | 'guide'>, text: string): MenuItemView | undefined => {
  const said = normalise(text);
  if (/^\d{1,2}$/u.test(said)) return menuItems({ menu })[Number(said) - 1];
  const { dialogs } = guide;
  return [...dialogs.menu.menu, ...dialogs.menuEnglish.menu].find(({ label }) => normalise(label) === said);
};
