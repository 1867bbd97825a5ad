import { rewording, type Maker } from '../change';

/** The commas and the brackets of JSON: one that is missing between two entries, or stands behind the last one. */
export const commas: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  const end = text.trimEnd();
  const isLast = ground.rows.slice(at + 1).every((row) => row.text.trim() === '');
  const missing = /[\]}"\w]$/.test(end) ? [`${end},`] : [];
  return [
    ...[...missing, text.replace(/([\]}"\w])[ \t]+(?=["{[])/, '$1, ')].flatMap((one) =>
      rewording('comma-missing', ground, at, one, 0.9),
    ),
    ...[end.replace(/,$/, ''), text.replace(/,(?=[ \t]*[\]}])/g, '')].flatMap((one) =>
      rewording('comma-last', ground, at, one, 0.9),
    ),
    ...(isLast
      ? ['}', ']'].flatMap((mark) => rewording('bracket-open', ground, at, `${end}${mark}`))
      : []),
  ];
};
