import { mistakeProblem } from './yaml-mistake';

/** Quotation marks and brackets. */
export const yamlQuotes = {
  'bracket-open': mistakeProblem(
    'bracket-open',
    { ko: '괄호를 열고 닫지 않았습니다.', en: 'a bracket is opened and not closed.' },
    { ko: '닫는 괄호를 씁니다.', en: 'Close it.' },
  ),
  'quote-open': mistakeProblem(
    'quote-open',
    {
      ko: '따옴표가 하나뿐입니다.',
      en: 'a quotation mark is opened and not closed, or closed and not opened.',
    },
    { ko: '따옴표를 양쪽에 다 쓰거나 둘 다 지웁니다.', en: 'Write both of them, or none.' },
  ),
  'quote-extra': mistakeProblem(
    'quote-extra',
    {
      ko: '이 자리에는 따옴표를 쓰지 않습니다. 따옴표 안의 수는 수가 아니라 글자입니다.',
      en: 'no quotation marks belong there; a number in them is a text.',
    },
    { ko: '따옴표를 지웁니다.', en: 'Remove the quotation marks.' },
  ),
  'quote-missing': mistakeProblem(
    'quote-missing',
    {
      ko: '따옴표가 없으면 값이 다른 뜻으로 읽힙니다.',
      en: 'without quotation marks, the value is read as something else.',
    },
    { ko: '값을 따옴표 안에 씁니다.', en: 'Put the value in quotation marks.' },
  ),
  'quote-mixed': mistakeProblem(
    'quote-mixed',
    {
      ko: '여는 따옴표와 닫는 따옴표가 다릅니다.',
      en: 'the opening quotation mark is not of the same kind as the closing one.',
    },
    { ko: '양쪽에 같은 따옴표를 씁니다.', en: 'Write the same one on both sides.' },
  ),
};
