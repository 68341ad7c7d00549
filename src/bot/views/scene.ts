import type { Phrases } from '../../cards/index.ts';
import type { Setting } from '../../trees/index.ts';

/** What view builders need: the day, what the guide knows, and what it says. */
export interface Scene extends Setting {
  readonly phrases: Phrases;
  /** Where this guide can be reached from outside; undefined when no such address is known. */
  readonly publicUrl?: string | undefined;
}
