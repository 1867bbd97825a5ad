/** A question that is asked once, when its answer is first needed. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

/** A question that is asked once for each list of its arguments. */
export function onceEach<A extends string[], T>(
  ask: (...words: A) => Promise<T>,
): (...words: A) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (...words) => {
    const key = words.join(' ');
    const answer = answers.get(key) ?? ask(...words);
    answers.set(key, answer);
    return answer;
  };
}
