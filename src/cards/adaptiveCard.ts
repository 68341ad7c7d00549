import type { ActionData } from './views.ts';

/** The part of Adaptive Cards 1.5 that this room writes: Teams on a phone shows all of it. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'large' | 'medium';
  readonly weight?: 'bolder';
  readonly isSubtle?: true;
  readonly spacing?: 'small';
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

interface RequiredInput {
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
  readonly value?: string;
}

export interface ChoiceSetInput extends RequiredInput {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly style: 'expanded' | 'compact';
  readonly wrap: true;
  readonly placeholder?: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

export interface DateFieldInput extends RequiredInput {
  readonly type: 'Input.Date';
  readonly id: string;
}

interface ActionBase {
  readonly title: string;
  readonly data: ActionData;
  readonly associatedInputs: 'auto' | 'none';
}

export interface SubmitAction extends ActionBase {
  readonly type: 'Action.Submit';
}

export interface ExecuteAction extends ActionBase {
  readonly type: 'Action.Execute';
  readonly verb: ActionData['kind'];
  readonly fallback: SubmitAction;
}

export type CardAction = ExecuteAction | SubmitAction;

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly CardElement[];
  readonly style?: 'emphasis';
  readonly separator?: true;
  readonly spacing?: 'large';
}

/** A text with something beside it; a tap on the whole of it acts. */
export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly selectAction: CardAction;
  readonly spacing?: 'small';
  readonly columns: readonly {
    readonly type: 'Column';
    readonly width: 'stretch' | 'auto';
    readonly verticalContentAlignment: 'center';
    readonly items: readonly CardElement[];
  }[];
}

export type CardElement = TextBlock | FactSet | ChoiceSetInput | DateFieldInput | ActionSet | Container | ColumnSet;

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: 'da' | 'en';
  readonly fallbackText: string;
  readonly speak: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly CardElement[];
  readonly actions: readonly CardAction[];
}
