import stringWidth from 'string-width';

import type { Setting } from '../../core/task';
import { say } from '../language';
import { layOut } from './layout';

const gap = 2;

/** The lines of a table of settings: names beside their values, or above them where the width is too small for the longest value. */
export function settingLines(
  settings: readonly Setting[],
  indent: string,
  width: number | undefined,
): string[] {
  const rows = settings.map(({ name, values }) => ({ name: say(name), values: values.map(say) }));
  const column = Math.max(...rows.map(({ name }) => stringWidth(name))) + gap;
  const longest = Math.max(
    ...rows.flatMap(({ values }) => values.map((text) => stringWidth(text))),
  );
  return indent.length + column + longest <= (width ?? Infinity)
    ? rows.flatMap(({ name, values }) =>
        values.map((value, index) => indent + padded(index === 0 ? name : '', column) + value),
      )
    : rows.flatMap(({ name, values }) => narrow(name, values, indent, width));
}

function narrow(
  name: string,
  values: readonly string[],
  indent: string,
  width: number | undefined,
): string[] {
  const [only = ''] = values;
  const line = `${indent}${name}: ${only}`;
  if (values.length === 1 && stringWidth(line) <= (width ?? Infinity)) return [line];
  return [`${indent}${name}:`, ...values.map((value) => layOut(`${indent}  ${value}`, width))];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - stringWidth(text));
}
