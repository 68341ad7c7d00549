/** How cards look here: the letters of the page, and colours that stand out 4.5:1 or more on what lies behind them. */

const ink = '#1b1f23';
const quiet = '#495057';
const colour = (all) => ({ default: all, subtle: all });
const on = (backgroundColor) => ({
  ...(backgroundColor && { backgroundColor }),
  foregroundColors: {
    default: { default: ink, subtle: quiet },
    dark: { default: '#000000', subtle: quiet },
    light: { default: '#ffffff', subtle: '#ffffff' },
    accent: colour('#0b4f7d'),
    good: colour('#0b5d1e'),
    warning: colour('#7a4100'),
    attention: colour('#9b1c1c'),
  },
});
const plain = { color: 'default', size: 'default', isSubtle: false, wrap: true };

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 14, default: 16, medium: 18, large: 20, extraLarge: 24 },
  lineHeights: { small: 20, default: 23, medium: 25, large: 27, extraLarge: 32 },
  spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 14 },
  separator: { lineThickness: 1, lineColor: '#c9d1d9' },
  imageSizes: { small: 40, medium: 80, large: 160 },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  containerStyles: {
    default: on(),
    emphasis: on('#eef1f4'),
    accent: on('#e3eef6'),
    good: on('#e6f4e8'),
    warning: on('#fff4ce'),
    attention: on('#fdeaea'),
  },
  actions: {
    actionAlignment: 'stretch',
    actionsOrientation: 'vertical',
    buttonSpacing: 8,
    maxActions: 100,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    spacing: 'default',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { ...plain, weight: 'bolder', maxWidth: 130 },
    value: { ...plain, weight: 'default' },
    spacing: 12,
  },
  // The question itself stands out.
  inputs: {
    label: {
      requiredInputs: { ...plain, size: 'medium', weight: 'bolder' },
      optionalInputs: { ...plain, weight: 'bolder' },
    },
    errorMessage: { ...plain, weight: 'bolder', color: 'attention' },
  },
  textBlock: { headingLevel: 2 },
};
