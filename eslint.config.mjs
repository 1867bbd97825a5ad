import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const heavy = [
  'cdktf',
  'cdktf/*',
  '@cdktf/*',
  'cdk8s',
  'cdk8s/*',
  'cdk8s-plus-28',
  'cdk8s-plus-28/*',
  'constructs',
];
/** The rooms of the product, each with those that it may know; eslint.config.test.ts tries every arrow. */
export const rooms = {
  'src/core': [],
  'src/docker': ['src/core'],
  'src/kubernetes': ['src/core'],
  labs: ['src/core', 'src/docker', 'src/kubernetes'],
  'src/images': ['src/core', 'src/docker'],
  'src/platforms': ['src/core', 'src/docker', 'src/kubernetes', 'labs'],
  'src/doctor': ['src/core', 'src/docker', 'src/kubernetes', 'labs', 'src/images'],
  'src/class': ['src/core', 'labs', 'src/platforms'],
  charts: ['src/core', 'src/docker', 'src/kubernetes', 'labs'],
  stacks: ['src/core', 'src/docker', 'labs', 'src/class'],
  'src/cli': [
    'src/core',
    'src/docker',
    'src/kubernetes',
    'labs',
    'src/images',
    'src/platforms',
    'src/doctor',
    'src/class',
    'charts',
    'stacks',
  ],
};

/** Inside a platform, each room may know those before it. */
export const insidePlatform = {
  'src/docker': ['model', 'problems', 'engine', 'checks', 'verbs'],
  'src/kubernetes': ['model', 'problems', 'cluster', 'checks', 'verbs'],
};

/** A text from elsewhere must not make a pattern of the product run for minutes. */
const linearPatterns = {
  files: rooms.filter((name) => name !== 'testbed').map((name) => `${name}/**/*.ts`),
  ignores: ['**/*.test.ts', '**/*.fixture.ts'],
  plugins: { regexp },
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
  },
};

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'cdktf.out/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  room('labs', { may: ['checks'] }),
  room('classes', { may: ['labs'] }),
  room('charts', { may: ['labs'], packages: ['cdktf', 'cdktf/*', '@cdktf/*'] }),
  room('stacks', {
    may: ['labs', 'classes', 'runtime'],
    packages: ['cdk8s', 'cdk8s/*', 'cdk8s-plus-28', 'cdk8s-plus-28/*'],
  }),
  room('checks', { may: ['labs', 'runtime'] }),
  room('runtime', {}),
  room('actions', { may: ['labs', 'classes', 'checks', 'runtime'] }),
  room('cli', { may: ['labs', 'classes', 'checks', 'runtime', 'actions', 'charts', 'stacks'] }),
  linearPatterns,
  {
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "ImportDeclaration[source.value='zod'][importKind!='type'] > ImportSpecifier[imported.name='z']",
          message: 'It brings zod’s texts in 60 languages along: import * as z.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
