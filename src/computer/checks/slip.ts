import { distance } from 'fastest-levenshtein';

import type { Text } from '../../core/text';

const slips: readonly (readonly [same: (text: string) => string, said: Text])[] = [
  [
    (text) => text.trim(),
    { ko: '앞이나 뒤에 빈칸이 더 있습니다.', en: 'There are spaces before or behind it.' },
  ],
  [(text) => text.replace(/\s/g, ''), { ko: '빈칸이 다릅니다.', en: 'The spaces are different.' }],
  [
    (text) => text.toLowerCase(),
    { ko: '대문자와 소문자가 다릅니다.', en: 'Capital and small letters are different.' },
  ],
  [
    (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''),
    {
      ko: '쉼표나 느낌표 같은 문장 부호가 다릅니다.',
      en: 'A sign such as the comma or the exclamation mark is different.',
    },
  ],
];

/** In what a typed line differs from the wanted one, as far as it can be told. */
export function slipIn(found: string, wanted: string): Text {
  if (found.trim() === '') return { ko: '줄이 비어 있습니다.', en: 'The line is empty.' };
  if (/\^[A-Z]/.test(found))
    return {
      ko: '`^O`나 `^X`는 글자로 쓰는 것이 아니라 Ctrl 키와 함께 누르는 것입니다.',
      en: '`^O` and `^X` are not written: they are pressed, with the Ctrl key.',
    };
  const slip = slips.find(([plain]) => plain(found) === plain(wanted));
  if (slip) return slip[1];
  return distance(found, wanted) <= 3
    ? { ko: '글자가 조금 다릅니다.', en: 'Some letters are different.' }
    : { ko: '다른 내용입니다.', en: 'It says something else.' };
}
