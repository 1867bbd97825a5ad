import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until the answer is right; rejects with the last one when the time is over. */
export async function until<T>(
  ask: () => T | Promise<T>,
  isRight: (answer: T) => boolean,
  { seconds = 400, pause = 100 } = {},
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`not after ${String(seconds)} s; the last answer: ${JSON.stringify(answer)}`);
    await delay(pause);
  }
}
