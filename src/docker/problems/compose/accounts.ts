import { defineProblem } from '../../../core/problem';

/** Two services of the file have different values for what has to be the same. */
export const accountsDiffer = defineProblem(
  'compose-accounts-differ',
  ({
    service,
    variable,
    found,
    other,
    otherVariable,
    wanted,
  }: {
    service: string;
    variable: string;
    found: string;
    other: string;
    otherVariable: string;
    wanted: string;
  }) => ({
    message: {
      ko: `두 서비스의 값이 서로 다릅니다. \`${service}\` 서비스의 \`${variable}\`: \`${found}\`, \`${other}\` 서비스의 \`${otherVariable}\`: \`${wanted}\``,
      en: `Two services do not agree: \`${variable}\` of \`${service}\` is \`${found}\`, and \`${otherVariable}\` of \`${other}\` is \`${wanted}\`.`,
    },
    remedy: {
      ko: `\`${service}\` 서비스의 \`${variable}\` 값도 똑같이 씁니다: \`${wanted}\``,
      en: `Write \`${wanted}\` for \`${variable}\` of \`${service}\`, too.`,
    },
  }),
);

/** Accounts in the file are not the book's, and fit together. */
export const ownAccounts = defineProblem(
  'compose-own-accounts',
  ({ file, variables }: Readonly<Record<'file' | 'variables', string>>) => ({
    message: {
      ko: `${file} 파일의 다음 값은 책과 다르지만 두 서비스에서 서로 맞습니다: ${variables}`,
      en: `In ${file}, these values are not the book's, and the services agree on them: ${variables}`,
    },
    remedy: {
      ko: '그대로 두어도 됩니다.',
      en: 'Leave them as they are, if you like.',
    },
  }),
  { kind: 'note' },
);
