import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** The rooms of the product, each with those that it may know; eslint.config.test.ts tries every arrow. */
export const rooms = {
  'src/core': [],
  'src/docker': ['src/core'],
  'src/kubernetes': ['src/core'],
  'src/computer': ['src/core', 'src/docker', 'src/kubernetes'],
  'src/vm': ['src/core'],
  labs: ['src/core', 'src/docker', 'src/kubernetes', 'src/computer', 'src/vm'],
  'src/images': ['src/core', 'src/docker'],
  'src/platforms': ['src/core', 'src/docker', 'src/kubernetes', 'src/computer', 'src/vm', 'labs'],
  'src/doctor': ['src/core', 'src/docker', 'src/kubernetes', 'src/computer', 'labs', 'src/images'],
  'src/class': ['src/core', 'src/vm', 'labs', 'src/platforms'],
  charts: ['src/core', 'src/docker', 'src/kubernetes', 'labs'],
  stacks: ['src/core', 'src/docker', 'src/vm', 'labs', 'src/class'],
  'src/cli': [
    'src/core',
    'src/docker',
    'src/kubernetes',
    'src/computer',
    'src/vm',
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

/** Packages that are slow to load, each with the rooms that may import it. */
const packages = [
  { names: ['cdktf', 'cdktf/*', '@cdktf/*', 'constructs'], rooms: ['stacks', 'charts'] },
  { names: ['cdk8s', 'cdk8s/*', 'cdk8s-plus-28', 'cdk8s-plus-28/*'], rooms: ['charts'] },
  { names: ['@aws-sdk/*', '@smithy/*'], rooms: ['src/class'] },
  { names: ['@kubernetes/client-node'], rooms: ['src/kubernetes'] },
];

const product = Object.keys(rooms);
const isTest = ['**/*.test.ts', '**/*.fixture.ts'];

/** Whether a room may know the other. */
const mayKnow = (room, other) => other === room || rooms[room].includes(other);

/** What may not be imported, whether its values or its types, by `import` of any kind. */
const zones = [
  ...product.map((room) => ({
    target: `./${room}`,
    from: [...product.filter((other) => !mayKnow(room, other)), 'testbed', 'bench'].map(
      (other) => `./${other}`,
    ),
    message: `${room} may not know this room.`,
  })),
  ...Object.entries(insidePlatform).flatMap(([platform, order]) =>
    order.map((room, at) => ({
      target: `./${platform}/${room}`,
      from: order.slice(at + 1).map((later) => `./${platform}/${later}`),
      message: `In ${platform}, ${room} comes before this room.`,
    })),
  ),
].filter(({ from }) => from.length > 0);

const arrows = {
  files: product.map((room) => `${room}/**/*.ts`),
  ignores: isTest,
  plugins: { 'import-x': importX },
  settings: {
    'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts'] })],
    'import-x/extensions': ['.ts'],
    'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
  },
  rules: {
    'import-x/no-restricted-paths': ['error', { zones }],
    'import-x/no-cycle': 'error',
  },
};

const slowPackages = product.map((room) => ({
  files: [`${room}/**/*.ts`],
  ignores: isTest,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: packages
          .filter(({ rooms: allowed }) => !allowed.includes(room))
          .map(({ names }) => ({ group: names, message: `${room} may not load this package.` })),
      },
    ],
  },
}));

/** A text from elsewhere must not make a pattern of the product run for minutes. */
const linearPatterns = {
  files: product.map((room) => `${room}/**/*.ts`),
  ignores: isTest,
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
  arrows,
  ...slowPackages,
  linearPatterns,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
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
