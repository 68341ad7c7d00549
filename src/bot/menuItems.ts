import type { MenuItemView } from '../cards/index.ts';
import type { Turn } from './turn.ts';

/** What the menu offers. */
export const menuItems = ({ menu }: Pick<Turn, 'menu'>): readonly MenuItemView[] => menu.menu;
