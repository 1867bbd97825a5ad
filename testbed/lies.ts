import type { ServerResponse } from 'node:http';

import { tell, type Asked, type Lie, type Told } from './lying-api';

/** Some of a JSON value is replaced. */
export type Change = (value: never) => unknown;

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
    if (told.status !== 200) return tell(response, told);
    const value = change(JSON.parse(told.body) as never);
    return tell(response, { ...told, body: JSON.stringify(value) });
  });
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

function pour(response: ServerResponse, again: string): void {
  if (response.destroyed) return;
  const goOn = () => pour(response, again);
  if (response.write(again)) setImmediate(goOn);
  else response.once('drain', goOn);
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
