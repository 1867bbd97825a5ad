import type { Writable } from 'node:stream';

import { tell, type Asked, type Lie, type Told } from './lying-api';

/** Some of a JSON value is replaced. */
export type Change = (value: never) => unknown;

/** Every question to an engine's API. */
export const any = /^/;

function answering(question: RegExp, answer: (asked: Asked) => unknown): Lie {
  return async (asked) => {
    if (!question.test(asked.line)) return false;
    await answer(asked);
    return true;
  };
}

/** Changes the JSON of the answers to some questions. */
export function changed(question: RegExp, change: Change): Lie {
  return answering(question, async ({ response, honest }) => {
    const told = await honest();
    // What is no JSON is a word such as `OK`.
    const isJson = told.status === 200 && told.type.includes('json') && told.body !== '';
    if (!isJson) return tell(response, told);
    const body = changedJson(told.body, change).replace(/"raw:([^"]*)"/g, '$1');
    return tell(response, { ...told, body });
  });
}

/** Changes a JSON text, or, as the engine's history is one, each line of JSON. */
function changedJson(text: string, change: Change): string {
  const lines = /^[[{][^\n]*\n./.test(text) ? text.trim().split('\n') : [text];
  return lines.map((line) => JSON.stringify(change(JSON.parse(line) as never))).join('\n');
}

/** Says something else altogether. */
export function instead(question: RegExp, body: string, more: Partial<Told> = {}): Lie {
  const told = { status: 200, type: 'application/json', body, ...more };
  return answering(question, ({ response }) => tell(response, told));
}

/** Sends whoever asks to another address. */
export function redirected(question: RegExp, location: string): Lie {
  return answering(question, ({ response }) => response.writeHead(302, { location }).end());
}

/** Begins an answer that has no end. */
export function endless(question: RegExp, begin = '[', again = ' '.repeat(65_536)): Lie {
  return answering(question, ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(begin);
    pour(response, again);
  });
}

/** Writes the same again and again, as long as somebody reads. */
export function pour(way: Writable, again: string): void {
  if (way.destroyed) return;
  const goOn = () => pour(way, again);
  if (way.write(again)) setImmediate(goOn);
  else way.once('drain', goOn);
}

/** Begins an answer that has no end, of which each piece is one letter. */
export function inLetters(question: RegExp): Lie {
  return answering(question, ({ response }) => {
    response.writeHead(200).flushHeaders();
    if (response.socket) pour(response.socket, '1\r\n \r\n'.repeat(10_000));
  });
}

/** Takes the question and says nothing. */
export function silent(question: RegExp): Lie {
  return answering(question, () => undefined);
}

/** Begins an answer, and then says nothing more. */
export function stalled(question: RegExp): Lie {
  return answering(question, ({ response }) => response.writeHead(200).write('[{"Id":"'));
}

/** Breaks off in the middle of an answer. */
export function half(question: RegExp): Lie {
  return answering(question, async ({ response, honest }) => {
    const { body } = await honest();
    response.writeHead(200, { 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  });
}

/** Says a little at a time, for ever. */
export function dripping(question: RegExp, begin = '['): Lie {
  return answering(question, ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(begin);
    const drip = setInterval(() => response.write(' '), 1_000);
    response.on('close', () => clearInterval(drip));
  });
}

/** What stands in a JSON text for a number that no program holds, such as `1e999`. */
export function raw(text: string): string {
  return `raw:${text}`;
}

/** Puts something else in the place of every text of a JSON value, but the keys; a function decides by the text. */
export function everyText(value: unknown, other: (text: string) => unknown): unknown {
  return everyLeaf(value, (leaf) => (typeof leaf === 'string' ? other(leaf) : leaf));
}

/** Puts something else in the place of every number of a JSON value. */
export function everyNumber(value: unknown, other: unknown): unknown {
  return everyLeaf(value, (leaf) => (typeof leaf === 'number' ? other : leaf));
}

/** Puts something else in the place of everything in a JSON value that holds nothing itself. */
export function everyLeaf(value: unknown, other: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => everyLeaf(one, other));
  if (typeof value !== 'object' || value === null) return other(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, everyLeaf(one, other)]),
  );
}
