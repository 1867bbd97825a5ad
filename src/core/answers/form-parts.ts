import * as z from 'zod/mini';

/** How many things a list or a record may have unless a form says so: a machine's containers, a container's variables. */
const most = { list: 10_000, record: 1_000 };

/** A text of at most so many characters. */
export const text = (most: number) => z.string().check(z.maxLength(most));

/** A text that may be longer for good reasons; only so many of its characters are kept. */
export const start = (enough: number) =>
  z.pipe(
    z.string(),
    z.transform((said: string) => said.slice(0, enough)),
  );

/** A text that fits a pattern. */
export const matching = (pattern: RegExp) => z.string().check(z.regex(pattern));

/** A value that may also be missing, or null. */
export const orNothing = <T extends z.ZodMiniType>(one: T) => z.nullish(one);

type Form = z.ZodMiniType;

/** A list of at most so many things of one form. */
export function list<T extends Form>(one: T, count = most.list) {
  return z.pipe(
    z.array(z.unknown()).check(z.maxLength(count)),
    z.transform((items: unknown[], payload): z.output<T>[] =>
      readAll(one, items.entries(), payload),
    ),
  );
}

/** A record of at most so many names, each of one form, with values of another. */
export function record<T extends Form>(name: Form, value: T, count = most.record) {
  return z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((found: Record<string, unknown>, payload): Record<string, z.output<T>> => {
      const names = Object.keys(found);
      if (names.length > count) {
        refuse(payload, `more than ${count}`);
        return {};
      }
      const values = Object.entries(found);
      readAll(name, names.entries(), payload);
      const read = payload.issues.length > 0 ? [] : readAll(value, values, payload);
      return Object.fromEntries(read.map((one, at) => [names[at] ?? '', one]));
    }),
  );
}

/** Reports only the first item of a wrong form: a report on each of a million items would take more memory than the answer. */
function readAll<T extends Form>(
  one: T,
  entries: Iterable<[string | number, unknown]>,
  payload: z.core.ParsePayload,
): z.output<T>[] {
  const read: z.output<T>[] = [];
  for (const [at, said] of entries) {
    const { data, error } = one.safeParse(said);
    const [issue] = error?.issues ?? [];
    if (issue) {
      refuse(payload, issue.message, [at, ...issue.path]);
      return [];
    }
    read.push(data as z.output<T>);
  }
  return read;
}

function refuse(payload: z.core.ParsePayload, message: string, path: PropertyKey[] = []): void {
  payload.issues.push({ code: 'custom', message, path, input: undefined });
}
