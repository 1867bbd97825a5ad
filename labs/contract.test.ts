import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { labs } from './index';
import { chapterOf, platformOf, type Lab } from './lab';
import { type Text } from '../src/core/text';
import { casesOf } from '../testbed/labs/reader';

/** The ids that readers type, fixed for ever, in the order of the book. */
const book = Object.entries({
  ch03: ['terminal'],
  ch04: ['commands', 'lifecycle', 'port', 'many', 'nginx', 'mysql', 'images'],
  ch05: ['wordpress-mysql', 'redmine-mysql', 'redmine-mariadb', 'wordpress-mariadb'],
  ch06: [
    'copy-in',
    'copy-out',
    'bind-mount',
    'volume-mount',
    'volume-backup',
    'commit',
    'dockerfile',
    'registry',
  ],
  ch07: [
    'install',
    'compose-file',
    'compose-up',
    'compose-down',
    'redmine-mysql',
    'wordpress-mariadb',
  ],
  ch08: ['cluster', 'pod', 'deployment', 'service', 'scale', 'nginx', 'self-heal', 'delete'],
  app: [
    'windows',
    'macos',
    'linux-docker',
    'port-forward',
    'nano',
    'kubectl',
    'minikube',
    'commands',
    'virtualbox',
    'ec2',
    'ssh',
  ],
}).flatMap(([chapter, names]) => names.map((name) => `${chapter}-${name}`));

const ids = labs.map(({ id }) => id);
const chapters = readdirSync(__dirname).filter((name) => /^(?:ch\d\d|app)$/.test(name));
const inChapters = chapters.flatMap((chapter) =>
  readdirSync(join(__dirname, chapter)).map((file) => `${chapter}/${file}`),
);
const files = inChapters.filter((file) => /^[^.]+\.ts$/.test(file));

/** The id of the lab of a file such as `ch04/port.ts`. */
const idOf = (file: string) => file.replace('/', '-').replace(/\.ts$/, '');

const isLab = (value: unknown): value is Lab =>
  typeof value === 'object' && value !== null && 'id' in value && 'checks' in value;

/** The labs that a file exports, one by one or as a list. */
function labsOf(file: string): Lab[] {
  return Object.values(jest.requireActual<object>(`./${file}`))
    .flat()
    .filter(isLab);
}

describe('the catalogue', () => {
  it('has the fixed ids, each once, in the order of the book', () => {
    expect(ids).toEqual(book.filter((id) => ids.includes(id)));
  });

  it('has every lab of each chapter that has any, and of chapters 3 and 4', () => {
    const chapterOf = (id: string) => id.split('-', 1)[0];
    const begun = new Set(['ch03', 'ch04', ...ids.map(chapterOf)]);
    expect(book.filter((id) => begun.has(chapterOf(id)) && !ids.includes(id))).toEqual([]);
  });

  it('has a contract test for each chapter', () => {
    const chapters = new Set(ids.map((id) => id.split('-', 1)[0]));
    const tests = inChapters.filter((file) => /\/contract[-.]/.test(file));
    const tested = tests.map((file) => file.split('/', 1)[0]);
    expect(new Set(tested)).toEqual(chapters);
  });

  it('has a walk through every lab of a Docker Engine', () => {
    const walked = inChapters
      .filter((file) => file.includes('/walk.'))
      .map((file) => readFileSync(join(__dirname, file), 'utf8'))
      .flatMap((text) => /walksOf\((.*)\)/.exec(text)?.[1]?.split(', ') ?? []);
    const onDocker = labs.filter((lab) => platformOf(lab) === 'docker').map(chapterOf);
    expect(new Set(walked.map(Number))).toEqual(new Set(onDocker.filter(Boolean)));
  });

  it('gives each lab a section of its chapter', () => {
    for (const { id, section } of labs.filter(({ id }) => id.startsWith('ch'))) {
      expect(`${id} ${section}`).toMatch(new RegExp(`^ch0?(\\d+)-\\S+ \\1-\\d\\d`));
    }
  });

  it.each(files)('lists every lab of %s, each with the chapter of its folder', (file) => {
    const inFile = labsOf(file);
    expect(inFile.length).toBeGreaterThan(0);
    expect(inFile.filter((lab) => !labs.includes(lab)).map(({ id }) => id)).toEqual([]);
    inFile.forEach(({ id }) => expect(id.split('-', 1)[0]).toBe(file.split('/', 1)[0]));
    // A file with one lab is named after the lab; other files hold a table of labs.
    if (inFile.length === 1) expect(inFile.map(({ id }) => id)).toEqual([idOf(file)]);
  });

  it('has each lab in exactly one file', () => {
    expect(
      files
        .flatMap(labsOf)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
  });
});

function expectBothLanguages({ ko, en }: Text): void {
  expect(ko).toMatch(/[가-힣]/);
  expect(en).toMatch(/[a-z]/i);
  expect(en).not.toMatch(/[가-힣]/);
  expect(`${ko}${en}`).not.toMatch(/undefined|NaN|\[object/);
}

/** What the checks of a lab look at. */
function titlesOf(lab: Lab): Text[] {
  return lab.platform === 'docker'
    ? lab.checks.map((check) => check.title(lab))
    : lab.checks.map((check) => check.title(lab));
}

describe.each(labs.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) => {
  it('has all its texts in both languages', () => {
    expect(lab.task.length).toBeGreaterThan(0);
    [lab.title, lab.hint, ...lab.task].forEach(expectBothLanguages);
    titlesOf(lab).forEach(expectBothLanguages);
  });

  it('has at least one check, and no check twice', () => {
    const titles = titlesOf(lab).map(({ en }) => en);
    expect(titles.length).toBeGreaterThan(0);
    expect(new Set(titles).size).toBe(titles.length);
  });

  if (lab.platform === 'machine') return;
  const fewest = lab.platform === 'kubernetes' ? 5 : 4;

  it(`lists two right answers, a walk on an engine, and at least ${String(fewest)} wrong answers with different problems`, () => {
    const { right, wrong, walk } = casesOf(lab);
    const told = Object.values(wrong).map(({ problems }) => JSON.stringify(problems));
    expect(Object.keys(right).length).toBeGreaterThanOrEqual(2);
    expect(new Set(told).size).toBeGreaterThanOrEqual(fewest);
    Object.values(wrong).forEach(({ problems }) => expect(problems).not.toEqual([]));
    if (lab.platform === 'docker') expect(walk?.length).toBeGreaterThan(0);
  });
});
