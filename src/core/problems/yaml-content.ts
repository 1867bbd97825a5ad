import { mistakeProblem } from './yaml-mistake';

/** Names and values. */
export const yamlContent = {
  'name-misspelt': mistakeProblem(
    'name-misspelt',
    ({ found, wanted }) => ({
      ko:
        found.toLowerCase() === wanted.toLowerCase()
          ? `\`${found}\`에서 대문자와 소문자가 바뀌었습니다. YAML은 둘을 다른 글자로 봅니다.`
          : `\`${found}\` 이름의 철자가 틀렸습니다.`,
      en:
        found.toLowerCase() === wanted.toLowerCase()
          ? `\`${found}\` has a capital letter where a small one belongs, or the reverse.`
          : `\`${found}\` is misspelt.`,
    }),
    ({ wanted }) => ({ ko: `바른 철자: \`${wanted}\``, en: `Spell it \`${wanted}\`.` }),
  ),
  'name-other': mistakeProblem(
    'name-other',
    ({ found, wanted }) => ({
      ko: `이름이 \`${found}\`입니다. 여기에 와야 할 이름: \`${wanted}\``,
      en: `the name is \`${found}\`, and should be \`${wanted}\`.`,
    }),
    ({ wanted }) => ({ ko: `이렇게 고칩니다: \`${wanted}\``, en: `Write \`${wanted}\`.` }),
  ),
  'port-pair': mistakeProblem(
    'port-pair',
    ({ found, under }) => ({
      ko: `\`${under}\` 값은 수 하나인데, 도커의 \`-p\`처럼 두 수(\`${found}\`)를 썼습니다.`,
      en: `\`${under}\` takes one number, not a pair as Docker's \`-p\` has it (\`${found}\`).`,
    }),
    ({ wanted, under }) => ({
      ko: `수 하나만 남깁니다: \`${under}: ${wanted}\``,
      en: `Leave one number: \`${under}: ${wanted}\``,
    }),
  ),
  value: mistakeProblem(
    'value',
    ({ found, under }) => ({
      ko: `${under ? `\`${under}\` 값이` : '값이'} ${found ? `\`${found}\`입니다.` : '없습니다.'}`,
      en: `${under ? `\`${under}\`` : 'the value'} is ${found ? `\`${found}\`` : 'missing'}.`,
    }),
    ({ wanted }) => ({
      ko: `이 값이어야 합니다: \`${wanted}\``,
      en: `It should be \`${wanted}\`.`,
    }),
  ),
  missing: mistakeProblem(
    'missing',
    ({ wanted, under }) => ({
      ko: `${under ? `\`${under}\` 아래에 ` : ''}\`${wanted}\` 부분이 빠졌습니다.`,
      en: `\`${wanted}\` is missing${under ? ` under \`${under}\`` : ''}.`,
    }),
    { ko: '보이는 대로 써넣습니다.', en: 'Write it there, as shown.' },
  ),
  unknown: mistakeProblem(
    'unknown',
    ({ found, under }) => ({
      ko: `이 자리${under ? `(\`${under}\` 아래)` : ''}에 쓸 수 없는 항목입니다: \`${found}\``,
      en: `\`${found}\` is nothing that may stand there${under ? ` (under \`${under}\`)` : ''}.`,
    }),
    { ko: '보이는 대로 지웁니다.', en: 'Remove it, as shown.' },
  ),
};
