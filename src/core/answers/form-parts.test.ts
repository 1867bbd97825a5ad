import * as z from 'zod/mini';

import { list, record } from './form-parts';

const three = list(z.int(), 3);
const two = record(z.string().check(z.regex(/^[a-z]$/)), z.int(), 2);

it('reads values of the right form', () => {
  expect(three.parse([1, 2, 3])).toEqual([1, 2, 3]);
  expect(two.parse({ a: 1, b: 2 })).toEqual({ a: 1, b: 2 });
});

it.each<[string, z.ZodMiniType, unknown]>([
  ['too many in a list', three, [1, 2, 3, 4]],
  ['too many in a record', two, { a: 1, b: 2, c: 3 }],
  ['a list in place of a record', two, [1]],
  ['nothing in place of a list', three, null],
  ['a name of another form', two, { A: 1 }],
])('%s is refused', (_what, form, said) => {
  expect(form.safeParse(said).success).toBe(false);
});

it('leaves out the key `__proto__`', () => {
  expect(two.parse(JSON.parse('{"__proto__": 1, "a": 1}'))).toEqual({ a: 1 });
});

it('reports only the first item of a wrong form, with its place', () => {
  const form = z.object({ all: list(z.object({ id: z.int() })) });
  const { error } = form.safeParse({ all: [{ id: 1 }, { id: 'a' }, { id: 'b' }] });
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['all.1.id']);
});
