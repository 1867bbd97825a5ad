import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConfigError } from './issue';
import { loadConfig } from './load';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const load = (yaml: string, environment: Record<string, string> = {}) => {
  writeFileSync(join(folder, 'dkkb.config.yaml'), yaml);
  return loadConfig(folder, { environment });
};

/** Each mistake as `path: value`. */
function mistakes(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const { allowed } of error.issues) expect(allowed.ko && allowed.en).toBeTruthy();
    return error.issues.map(({ path, value }) => `${path}: ${value}`);
  }
  return [];
}

it('without a file, the configuration is one VM for yourself in Seoul', () => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  expect(loadConfig(empty, { environment: {} })).toMatchObject({
    class: 'practice',
    students: [{ id: 'student-01' }],
    region: 'ap-northeast-2',
    instanceType: 't3.medium',
    ubuntu: '24.04',
    allow: 'auto',
    spot: false,
  });
});

it('reads the file, and lets the environment override it', () => {
  const yaml = 'class: docker\nubuntu: 22.04\nhours: 4\nallow: [203.0.113.0/24]\nspot: true\n';
  expect(load(yaml, { DKKB_HOURS: '2.5', DKKB_MIRROR: 'http://10.0.0.5:3142' })).toMatchObject({
    class: 'docker',
    ubuntu: '22.04',
    hours: 2.5,
    allow: ['203.0.113.0/24'],
    spot: true,
    mirror: { packages: 'http://10.0.0.5:3142' },
  });
});

it.each([1, 30, 300])('accepts a class of %d students, and gives each an own id', (count) => {
  const { students } = load(`students: ${count}`);
  expect(new Set(students.map(({ id }) => id)).size).toBe(count);
  expect(load('', { DKKB_STUDENTS: String(count) }).students).toEqual(students);
});

it('accepts Korean and hostile names, and gives each a harmless id', () => {
  const names = ['김철수', '${file("/etc/passwd")}', '%{ for }x', '; rm -rf /', "O'Brien", '-rf'];
  const { students } = load(`students: ${JSON.stringify(names)}`);
  expect(students.map(({ name }) => name).sort()).toEqual([...names].sort());
  for (const { id } of students) expect(id).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/);
});

it.each([
  ['students: 0', 'students: 0'],
  ['students: -1', 'students: -1'],
  ['students: 501', 'students: 501'],
  ['students: 1.5', 'students: 1.5'],
  ['students: abc', 'students: "abc"'],
  ['students: roster.xlsx', 'students: "roster.xlsx"'],
  ['students: "-1"', 'students: "-1"'],
  ['students: [""]', 'students[1]: ""'],
  ['students: [kim, "  "]', 'students[2]: "  "'],
  ['students: [김철수, 김철수]', 'students[2]: "김철수"'],
  [`students: [${'김'.repeat(65)}]`, `students[1]: "${'김'.repeat(65)}"`],
  ['students: ["kim\\nlee"]', 'students[1]: "kim\\nlee"'],
  ['students: []', 'students: []'],
  ['students: [kim, 3]', 'students[2]: 3'],
  ['class: Docker Class', 'class: "Docker Class"'],
  ['class: ../x', 'class: "../x"'],
  ['class: $(reboot)', 'class: "$(reboot)"'],
  ['region: seoul', 'region: "seoul"'],
  ['instanceType: medium', 'instanceType: "medium"'],
  ['disk: 5', 'disk: 5'],
  ['ubuntu: 20.04', 'ubuntu: 20.04'],
  ['hours: 0', 'hours: 0'],
  ['hours: many', 'hours: "many"'],
  ['budget: 0', 'budget: 0'],
  ['budget: cheap', 'budget: "cheap"'],
  ['wonPerDollar: 1.4', 'wonPerDollar: 1.4'],
  ['wonPerDollar: 10001', 'wonPerDollar: 10001'],
  ['allow: everybody', 'allow: "everybody"'],
  ['allow: []', 'allow: []'],
  ['allow: [""]', 'allow[1]: ""'],
  ['allow: ', 'allow: null'],
  ['allow: [203.0.113.7]', 'allow[1]: "203.0.113.7"'],
  ['allow: [203.0.113.0/24, 0.0.0.0/0]', 'allow[2]: "0.0.0.0/0"'],
  ['allow: [10.0.0.0/8, 10.0.0.0/33]', 'allow[2]: "10.0.0.0/33"'],
  ['allow: [auto, 203.0.113.7]', 'allow[2]: "203.0.113.7"'],
  ['allow: [auto, 0.0.0.0/0]', 'allow[2]: "0.0.0.0/0"'],
  ['allow: [0.0.0.0/0]', 'allow[1]: "0.0.0.0/0"'],
  ['allow: ["::/0"]', 'allow[1]: "::/0"'],
  ['ports: [0]', 'ports[1]: 0'],
  ['ports: [90-80]', 'ports[1]: "90-80"'],
  ['spot: often', 'spot: "often"'],
  ['subnet: mine', 'subnet: "mine"'],
  ['tags: { "aws:x": y }', 'tags.aws:x: "y"'],
  ['mirror: { images: nowhere }', 'mirror.images: "nowhere"'],
  ['mirror: { image: http://a }', 'mirror.image: "image"'],
  ['hour: 3', 'hour: "hour"'],
  ['- a', 'dkkb.config.yaml: ["a"]'],
])('refuses %s with its path and value', (yaml, mistake) => {
  expect(mistakes(() => load(yaml))).toEqual([mistake]);
});

it('names every mistake at once, and for an unknown field the nearest known one', () => {
  expect(mistakes(() => load('disk: 1\nhours: -2\nstudents: [a, a]\n'))).toEqual([
    'disk: 1',
    'hours: -2',
    'students[2]: "a"',
  ]);
  expect(() => load('instancetype: t3.small')).toThrow('allowed: instanceType');
});

it('says on which line the YAML syntax is wrong', () => {
  const wrong = () => load('class: docker\nregion: a: b\n');
  expect(mistakes(wrong)).toEqual(['dkkb.config.yaml: "region: a: b"']);
  expect(wrong).toThrow('dkkb.config.yaml, line 2: "region: a: b" (Nested mappings');
});

it('refuses a file whose aliases grow without end', () => {
  const grown = Array.from({ length: 9 }, (_, at) => {
    const [name, before] = ['abcdefghi'[at], 'abcdefghi'[at - 1]];
    return `${name}: &${name} [${before ? Array(9).fill(`*${before}`).join(', ') : 'x'}]`;
  });
  expect(mistakes(() => load(grown.join('\n')))).toEqual(['dkkb.config.yaml: -']);
});

it('takes what the class may cost, from the file or from the environment', () => {
  expect(load('')).toMatchObject({ wonPerDollar: 1400 });
  expect(load('').budget).toBeUndefined();
  expect(load('budget: 50.5\nwonPerDollar: 1385')).toMatchObject({
    budget: 50.5,
    wonPerDollar: 1385,
  });
  const set = { DKKB_BUDGET: '20', DKKB_WON_PER_DOLLAR: '1500' };
  expect(load('budget: 50', set)).toMatchObject({ budget: 20, wonPerDollar: 1500 });
});

it('takes several addresses of a school, with its own among them', () => {
  const allow = ['auto', '203.0.113.0/28'];
  expect(load('allow: [auto, 203.0.113.0/28]').allow).toEqual(allow);
  expect(load('', { DKKB_ALLOW: 'auto, 203.0.113.0/28' }).allow).toEqual(allow);
});

it('says which file was read', () => {
  expect(load('').readFrom).toBe(join(folder, 'dkkb.config.yaml'));
  const empty = mkdtempSync(join(folder, 'empty-'));
  expect(loadConfig(empty, { environment: {} }).readFrom).toBeUndefined();
});

it('reads a configuration that a Korean editor saved', () => {
  const saved = Buffer.from([0xb1, 0xe8, 0xc3, 0xb6, 0xbc, 0xf6]);
  const text = Buffer.concat([Buffer.from('students: ['), saved, Buffer.from(']')]);
  writeFileSync(join(folder, 'dkkb.config.yaml'), text);
  expect(loadConfig(folder, { environment: {} }).students).toMatchObject([{ name: '김철수' }]);
});

it('opens the VMs to the whole internet only with allowAnywhere', () => {
  expect(load('allow: [0.0.0.0/0]\nallowAnywhere: true').allow).toEqual(['0.0.0.0/0']);
});

it('names the environment variable that has a mistake', () => {
  const of = (environment: Record<string, string>) => mistakes(() => load('', environment));
  expect(of({ DKKB_STUDENTS: '-1' })).toEqual(['DKKB_STUDENTS: -1']);
  expect(of({ DKKB_STUDENTS: 'kim,kim' })).toEqual(['DKKB_STUDENTS: "kim"']);
  expect(of({ DKKB_ALLOW: '0.0.0.0/0' })).toEqual(['DKKB_ALLOW: "0.0.0.0/0"']);
  expect(of({ DKKB_SPOT: 'maybe' })).toEqual(['DKKB_SPOT: "maybe"']);
});

it('tells the mistakes of the roster together with those of the configuration', () => {
  writeFileSync(join(folder, 'roster.csv'), '이름\n김철수\n김철수\n');
  const wrong = () => load('disk: 1\nstudents: roster.csv\n');
  expect(mistakes(wrong)).toEqual(['disk: 1', 'roster.csv: "김철수"']);
  expect(mistakes(() => load('disk: 1\nstudents: gone.csv\n'))).toEqual([
    'disk: 1',
    'gone.csv: ENOENT',
  ]);
});

it('names a roster and a configuration that do not exist', () => {
  expect(mistakes(() => load('students: gone.csv'))).toEqual(['gone.csv: ENOENT']);
  const missing = () => loadConfig(folder, { file: 'gone.yaml', environment: {} });
  expect(mistakes(missing)).toEqual(['gone.yaml: ENOENT']);
  expect(missing).toThrow('There is no such file.');
});
