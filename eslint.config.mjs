import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';
import angular from 'angular-eslint';

/** Which folder may import which. ARCHITECTURE.md says why; this says no. */
const IMPORT_DIRECTION = [
  { from: 'domain', allow: ['domain'] },
  { from: 'functions', allow: ['functions', 'domain'] },
  { from: 'web', allow: ['web', 'domain'] },
  { from: 'local', allow: ['local', 'functions', 'domain'] },
  { from: 'tests', allow: ['tests', 'local', 'functions', 'domain'] },
  { from: 'bench', allow: ['bench', 'tests', 'local', 'functions', 'domain'] },
];
const forbid = (regex, message) => ({ 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] });
const FIREBASE = '(@?firebase|@angular/fire|firebase-admin|firebase-functions)(/|$)';

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/lib/', '**/dist/', '**/.angular/', '.podmates/', 'bench/results/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { boundaries },
    settings: {
      'boundaries/elements': IMPORT_DIRECTION.map(({ from }) => ({
        type: from,
        pattern: `${from}/**/*`,
        mode: 'full',
      })),
      'boundaries/include': IMPORT_DIRECTION.map(({ from }) => `${from}/**/*`),
      'import/resolver': { node: { extensions: ['.ts', '.mjs', '.js'] } },
    },
    rules: {
      'boundaries/element-types': ['error', { default: 'disallow', rules: IMPORT_DIRECTION }],
      'prefer-arrow-callback': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        require: 'readonly',
        module: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        self: 'readonly',
        clients: 'readonly',
      },
    },
  },
  {
    files: ['domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...forbid(`^(${FIREBASE}|@angular/|rxjs|node:|fs$|path$)`, 'domain/ is pure: no Firebase, Angular or Node.'),
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Time is an argument in domain/.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument in domain/.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Randomness is an argument in domain/.',
        },
        { selector: "CallExpression[callee.property.name='randomUUID']", message: 'Ids are arguments in domain/.' },
      ],
    },
  },
  {
    files: ['web/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'app', style: 'kebab-case' }],
    },
  },
  {
    files: ['web/src/app/**/*.ts'],
    ignores: ['web/src/app/firebase/**'],
    rules: forbid(`^${FIREBASE}`, 'Only web/src/app/firebase/ talks to Firebase.'),
  },
  {
    files: ['functions/src/**/*.ts'],
    ignores: ['functions/src/providers/**', '**/*.spec.ts'],
    rules: forbid('^(@google-cloud/|stripe$|@sendgrid/|@google/genai)', 'Vendor SDKs live in their provider folder.'),
  },
  {
    files: ['web/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
);
