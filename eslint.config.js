import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The house: which room may import which (besides errors, which anyone may). `architecture.test.ts` reads this object too.
 */
export const rooms = {
  dates: [],
  knowledge: ['dates'],
  rules: ['knowledge', 'dates'],
  trees: ['rules', 'knowledge', 'dates'],
  language: ['knowledge', 'trees', 'dates'],
  answers: ['language', 'rules', 'knowledge', 'dates'],
  calendar: ['rules', 'knowledge', 'dates'],
  cards: ['language', 'trees', 'rules', 'knowledge', 'dates'],
  storage: [],
  bot: ['answers', 'calendar', 'cards', 'language', 'trees', 'rules', 'knowledge', 'dates'],
  server: [],
  cli: ['answers', 'bot', 'cards', 'dates', 'knowledge', 'rules', 'storage', 'trees'],
};

/** The only rooms that know Bot Framework. */
export const botFrameworkRooms = ['bot', 'storage'];

const names = Object.keys(rooms);
const refuse = (regex, message) => ({ regex, message });
const arrowsOf = (room) =>
  names
    .filter((other) => other !== room && !rooms[room].includes(other))
    .map((other) =>
      refuse(`^(\\.\\./)+${other}/`, `${room} may not import ${other}: see the rooms in eslint.config.js.`),
    );
const frontDoors = names.map((room) =>
  refuse(`^(\\.{1,2}/)+${room}/(?!index\\.ts$)`, 'Import a room through its index.ts.'),
);
const botFramework = refuse('^botbuilder', 'Only bot and storage know Bot Framework.');

const impure = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only an entry point reads the environment.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is injected.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is injected.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is injected.',
  },
  { selector: "CallExpression[callee.name='randomUUID']", message: 'Chance is injected.' },
];
const bareError = {
  selector: "ThrowStatement > NewExpression[callee.name='Error']",
  message: 'Throw an error with a code, from errors.ts.',
};

export default tseslint.config(
  { ignores: ['node_modules/', 'data/', 'test/out/', 'bench/out/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['error', 300],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...impure, bareError] } },
  { files: ['src/cli/**/*.ts', 'src/index.ts'], rules: { 'no-restricted-syntax': ['error', bareError] } },
  ...names.map((room) => ({
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...arrowsOf(room), ...frontDoors, ...(botFrameworkRooms.includes(room) ? [] : [botFramework])] },
      ],
    },
  })),
  {
    files: ['src/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...frontDoors.filter(({ regex }) => !regex.includes('cli/')), botFramework] },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', require: 'readonly', module: 'writable' } },
  },
  {
    files: ['src/web/**/*.js'],
    languageOptions: {
      globals: {
        window: 'readonly',
        document: 'readonly',
        location: 'readonly',
        fetch: 'readonly',
        navigator: 'readonly',
        localStorage: 'readonly',
        sessionStorage: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        crypto: 'readonly',
        URL: 'readonly',
        CustomEvent: 'readonly',
        console: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
