import type { Writable } from 'node:stream';

import { tell, type Asked, type Lie, type Told } from './lying-api';

/** Replaces parts of a JSON value. */
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
    // Some answers are no JSON but a word such as `OK`.
    const isJson = told.status === 200 && told.type.includes('json') && told.body !== '';
    if (!isJson) return tell(response, told);
    const body = changedJson(told.body, change).replace(/"raw:([^"]*)"/g, '$1');
    return tell(response, { ...told, body });
  });
}

/** Changes a JSON text, or each line of several, as in the engine's history. */
function changedJson(text: string, change: Change): string {
  const lines = /^[[{][^\n]*\n./.test(text) ? text.trim().split('\n') : [text];
  return lines.map((line) => JSON.stringify(change(JSON.parse(line) as never))).join('\n');
}

/** Gives a completely different answer. */
export function instead(question: RegExp, body: string, more: Partial<Told> = {}): Lie {
  const told = { status: 200, type: 'application/json', body, ...more };
  return answering(question, ({ response }) => tell(response, told));
}

/** Redirects the client to another address. */
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

/** Writes the same text again and again, as long as the client reads. */
export function pour(way: Writable, again: string): void {
  if (way.destroyed) return;
  const goOn = () => pour(way, again);
  if (way.write(again)) setImmediate(goOn);
  else way.once('drain', goOn);
}

/** Begins an answer without an end, one letter at a time. */
export function inLetters(question: RegExp): Lie {
  return answering(question, ({ response }) => {
    response.writeHead(200).flushHeaders();
    if (response.socket) pour(response.socket, '1\r\n \r\n'.repeat(10_000));
  });
}

/** Accepts the question and does not answer. */
export function silent(question: RegExp): Lie {
  return answering(question, () => undefined);
}

/** Begins an answer, and then sends nothing more. */
export function stalled(question: RegExp): Lie {
  return answering(question, ({ response }) => response.writeHead(200).write('[{"Id":"'));
}

/** Closes the connection in the middle of an answer. */
export function half(question: RegExp): Lie {
  return answering(question, async ({ response, honest }) => {
    const { body } = await honest();
    response.writeHead(200, { 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  });
}

/** Sends a little at a time, for ever. */
export function dripping(question: RegExp, begin = '['): Lie {
  return answering(question, ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(begin);
    const drip = setInterval(() => response.write(' '), 1_000);
    response.on('close', () => clearInterval(drip));
  });
}

/** A mark for a number that JSON text can have and JavaScript cannot, such as `1e999`. */
export function raw(text: string): string {
  return `raw:${text}`;
}

/** Replaces every text of a JSON value except the keys; the function gets the text. */
export function everyText(value: unknown, other: (text: string) => unknown): unknown {
  return everyLeaf(value, (leaf) => (typeof leaf === 'string' ? other(leaf) : leaf));
}

/** Replaces every number of a JSON value. */
export function everyNumber(value: unknown, other: unknown): unknown {
  return everyLeaf(value, (leaf) => (typeof leaf === 'number' ? other : leaf));
}

/** Replaces everything in a JSON value that contains no other value. */
export function everyLeaf(value: unknown, other: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => everyLeaf(one, other));
  if (typeof value !== 'object' || value === null) return other(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, everyLeaf(one, other)]),
  );
}
