const text = (said: string, more: object = {}): object => ({ type: 'TextBlock', text: said, wrap: true, ...more });
const box = (style: string, ...items: readonly object[]): object => ({ type: 'Container', style, items });

/** A card with everything that an answer may hold, longer than a telephone is high. */
export const longCard: Record<string, unknown> = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      text('Det er ældreloven § 10', { style: 'heading', size: 'large', weight: 'bolder' }),
      ...['emphasis', 'good', 'warning', 'attention', 'accent'].map((style) =>
        box(style, text('Kontakt kommunen', { weight: 'bolder' }), text('Kontrolleret i dag', { isSubtle: true })),
      ),
      ...['accent', 'good', 'warning', 'attention', 'dark'].map((color) => text(`Skrevet med ${color}`, { color })),
      {
        type: 'FactSet',
        facts: [
          { title: 'Gælder fra', value: 'den 1. juli 2025' },
          { title: 'Afgøres af', value: 'kommunalbestyrelsens visitationsmyndighed' },
        ],
      },
      {
        type: 'ColumnSet',
        columns: ['Boligform', 'Friplejeboligleverandørvirksomhed', 'Ret'].map((said) => ({
          type: 'Column',
          width: 'stretch',
          items: [text(said)],
        })),
      },
      text('Læs mere hos [Retsinformation](https://www.retsinformation.dk/eli/lta/2024/1651).'),
      ...Array.from({ length: 8 }, () =>
        text('Behovet vurderes individuelt og konkret, og helheden i forløbet tæller med.'),
      ),
      { type: 'Input.Date', id: 'day', label: 'Hvornår blev borgeren udskrevet?' },
      { type: 'Input.Text', id: 'days', label: 'Antal dage', placeholder: 'for eksempel 14' },
    ],
    actions: [
      {
        type: 'Action.Submit',
        title: 'Hvorfor spørger du om det, når jeg lige har svaret på det?',
        data: { kind: 'why' },
      },
      { type: 'Action.Submit', title: 'Videre', style: 'positive', data: {} },
      { type: 'Action.Submit', title: 'Start forfra', style: 'destructive', data: {} },
      { type: 'Action.OpenUrl', title: 'Åbn loven', url: 'https://www.retsinformation.dk' },
    ],
  },
};
