/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

/** The generator mulberry32: small, and good enough to choose lies. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several. */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  return all[Math.floor(random() * all.length)] as T;
}

/** Values that replace something in an answer. */
const hostile: readonly unknown[] = [
  ...[
    '',
    '--privileged',
    '-v/:/x',
    '../../../../etc/passwd',
    '/etc/passwd',
    '$(touch canary)',
    '__proto__',
  ],
  ...[
    '\u001b]0;owned\u0007',
    '\u001b[2JAll passed',
    '\u202eAll passed',
    '\u0000',
    'a\nb\r',
    '\ud800',
  ],
  ...[
    'a'.repeat(255),
    `${'a'.repeat(300)}!`,
    'x'.repeat(2_000_000),
    '/a'.repeat(300),
    `sha256:${'0'.repeat(64)}`,
  ],
  ...[
    '9999-12-31T23:59:59Z',
    '0000',
    'NaN',
    'null',
    '1e999',
    '65536',
    '-1',
    '99999/tcp',
    'http://127.0.0.1:9/',
  ],
  ...[-1, 0, 0.5, 65_536, 2 ** 53, 2 ** 63, 1e308, -1e308, true, false, null],
  ...[[], {}, [[]], [null], { a: { b: {} } }],
];

/** A JSON value with one change somewhere. */
export function changeJson(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.1) return oneOf(random, hostile);
  if (Array.isArray(value)) return changeList(value, random);
  const keys = Object.keys(value);
  const key = keys.length === 0 ? 'a' : oneOf(random, keys);
  const { [key]: old, ...rest } = value as Record<string, unknown>;
  if (random() < 0.1) return rest;
  if (random() < 0.1) return { ...rest, [String(oneOf(random, hostile)).slice(0, 300)]: old };
  return { ...rest, [key]: changeJson(old, random) };
}

function changeList(list: readonly unknown[], random: Random): unknown[] {
  const at = Math.floor(random() * list.length);
  if (list.length === 0) return [oneOf(random, hostile)];
  if (random() < 0.05) return Array.from({ length: 20_000 }, () => list[at]);
  if (random() < 0.1) return list.filter((_, other) => other !== at);
  return list.map((one, other) => (other === at ? changeJson(one, random) : one));
}

/** Bytes with one change somewhere: cut, repeated, replaced, or all removed. */
function changeBytes(bytes: Buffer, random: Random): Buffer {
  const at = Math.floor(random() * bytes.length);
  const to = at + Math.floor(random() * Math.min(2_000, bytes.length - at));
  const [before, cut, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (Math.floor(random() * 6)) {
    case 0:
      return Buffer.alloc(0);
    case 1:
      return before;
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return Buffer.concat([before, ...Array<Buffer>(200).fill(cut), after]);
    case 4:
      return Buffer.concat([before, Buffer.from(String(oneOf(random, hostile))), after]);
    default:
      return Buffer.concat([before, Buffer.from(cut.map(() => Math.floor(random() * 256))), after]);
  }
}

/** An answer with one to three changes: in the values of JSON, or in the bytes of another answer. */
export function changeAnswer(answer: Buffer, random: Random): Buffer {
  let changed = answer;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) {
    const value = random() < 0.9 ? jsonIn(changed) : undefined;
    changed =
      value === undefined
        ? changeBytes(changed, random)
        : Buffer.from(JSON.stringify(changeJson(value, random)) ?? '');
  }
  return changed;
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
