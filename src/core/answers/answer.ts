import type * as z from 'zod/mini';

import { Failure } from '../failure';
import { parseJson } from './json';
import { answerTooLarge, answerUnreadable } from '../problems/answer';

/** How many bytes of an answer are read: of the engine's API, of a program's output, of a file. */
export const answerLimit = { api: 4 * 2 ** 20, output: 2 ** 20, file: 2 ** 20 } as const;

/** The failure for an answer that is longer than the limit; `question` says what was asked. */
export function tooLarge(question: string, limit: number = answerLimit.output): Failure {
  return new Failure(answerTooLarge({ question, limit: `${Math.round(limit / 1024)} KiB` }));
}

/** Whether an error says that something is longer than its limit. */
export function isTooLarge(error: unknown): error is Failure {
  return error instanceof Failure && error.code === 'answer-too-large';
}

/** The failure for an answer that does not have the expected form. */
export function unreadable(question: string, said: string): Failure {
  return new Failure(answerUnreadable({ question, said }));
}

/** Reads an answer in JSON; throws `answer-unreadable` where it has another form. */
export function readAnswer<T extends z.ZodMiniType>(
  form: T,
  text: string,
  question: string,
): z.output<T> {
  const { data, error } = form.safeParse(parse(text, question));
  if (!error) return data as z.output<T>;
  const [issue] = error.issues;
  throw unreadable(question, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function parse(text: string, question: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw unreadable(question, error instanceof Error ? error.message : '');
  }
}
