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
const rooms = [
  'labs',
  'classes',
  'charts',
  'stacks',
  'checks',
  'runtime',
  'actions',
  'cli',
  'testbed',
];

/** Forbids a room everything of this project but the named rooms, and the named packages. */
function room(name, { may = [], packages = heavy, typesOf = [] }) {
  const closed = rooms.filter(
    (other) => other !== name && !may.includes(other) && !typesOf.includes(other),
  );
  const patterns = [
    {
      group: closed.flatMap((other) => [`**/${other}/*`, `**/${other}`]),
      message: `${name}/ may not import this room.`,
    },
    { group: packages, message: `${name}/ may not import this package.` },
    ...(typesOf.length
      ? [
          {
            group: typesOf.map((other) => `**/${other}/**`),
            allowTypeImports: true,
            message: `${name}/ takes only types from here.`,
          },
        ]
      : []),
  ].filter(({ group }) => group.length);
  return {
    files: [`${name}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

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
