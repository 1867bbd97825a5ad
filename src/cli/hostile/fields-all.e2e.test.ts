// @circle all @needs engine images ssh
// @minutes 4
import { labs } from '../../../labs/index';
import { each, HostileRoom, type Scenario } from '../../../testbed/hostile/hostile-room';
import {
  any,
  changed,
  everyLeaf,
  everyNumber,
  everyText,
  instead,
  raw,
} from '../../../testbed/hostile/lies';
import { changeJson, randomOf } from '../../../testbed/hostile/mutate';

const room = new HostileRoom();

beforeAll(async () => {
  await room.start('fields');
  const { student } = room;
  await student.load('httpd', 'busybox');
  await student.docker('run', '-d', '--name', 'apa000ex2', '-p', '8080:80', 'httpd');
  await student.docker('run', '-d', '--name', 'apa000ex19', '-p', '8089:80', 'httpd');
  for (const volume of ['apa000vol1', 'apa000vol2'])
    await student.docker('volume', 'create', volume);
  await student.docker('network', 'create', 'wordpress000net1');
});
afterAll(() => room.stop());

/** Lies in place of every text. */
const texts = {
  'an option': '--cidfile=canary',
  'a path': '../../../../../../etc/passwd',
  'a title and a clipboard': '\u001b]0;owned\u0007\u001b]52;c;b3duZWQ=\u0007',
  'a cleared screen': '\u001b[2J\u001b[HAll passed\r',
  'another direction': '\u202eAll passed\u2066\u200b\u0085\u2028',
  'a command': '$(touch canary)`touch canary`;touch canary',
  nothing: '',
};

/** Lies in place of every number. */
const numbers = {
  'one without bound': raw('1e999'),
  'a negative one': -1,
  'one that no number holds': raw('9223372036854775808'),
  'a fraction': 0.5,
  'a text': 'NaN',
};

/** Lies in place of every value. */
const values = { null: null, 'a list': [], 'an object': {}, 'a number': 7 };

const answers = {
  containers: /^GET \/containers\/json/,
  'a container': /^GET \/containers\/[^/]+\/json/,
  images: /^GET \/images\/json/,
  'an image': /^GET \/images\/.+\/json$/,
  networks: /^GET \/networks/,
  volumes: /^GET \/volumes/,
};

/** Ids, names and times stay as they are, so that the program reads on to the lies. */
const formed = /^(?:sha256:)?[0-9a-f]{64}$|^\/?[A-Za-z0-9][\w.-]*$|^\d{4}-\d\d-\d\dT/;
const unlessFormed = (text: string) => (other: string) => (formed.test(other) ? other : text);

const some =
  'ch04-port ch04-lifecycle ch05-wordpress-mysql ch06-copy-in ch06-copy-out ch06-volume-mount';

/** Lies in place of a whole answer. */
const bodies = ['null', '{}', '[[]]', '{"__proto__":{"a":1}}', '[{}]', '""'];

function scenarios(): Record<string, Scenario> {
  const all: Record<string, Scenario> = {};
  for (const [what, text] of Object.entries(texts)) {
    const other = (value: never) => everyText(value, () => text);
    const free = (value: never) => everyText(value, unlessFormed(text));
    all[`${what} for every text`] = { lab: some, api: [changed(any, other)] };
    all[`${what} for every text that has no form`] = { lab: some, api: [changed(any, free)] };
  }
  for (const [what, number] of Object.entries(numbers))
    all[`${what} for every number`] = {
      lab: some,
      api: [changed(any, (value) => everyNumber(value, number))],
    };
  for (const [what, value] of Object.entries(values))
    all[`${what} for everything`] = {
      lab: some,
      api: [changed(any, (told) => everyLeaf(told, () => value))],
    };
  Object.entries(answers).forEach(([answer, question], at) => {
    for (const body of [bodies[at % bodies.length] ?? '', '['.repeat(100_000)])
      all[`${body.slice(0, 30)} for ${answer}`] = { lab: some, api: [instead(question, body)] };
  });
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = randomOf(seed);
    const change = (told: never) => (random() < 0.3 ? changeJson(told, random) : told);
    all[`lies at random, by the seed ${String(seed)}`] = { lab: some, api: [changed(any, change)] };
  }
  return all;
}

describe('does nothing to the teacher', () => {
  each(
    Object.fromEntries(
      Object.entries(scenarios()).map(([title, scenario]) => [
        title,
        { ...scenario, mayPass: true },
      ]),
    ),
    (scenario) => room.inTurn(scenario),
  );
});

describe('every lab of a Docker Engine', () => {
  const ids = labs.filter(({ platform }) => platform === 'docker').map(({ id }) => id);
  const lies = Object.values(texts).map((text) => unlessFormed(text));
  each(
    Object.fromEntries(
      ids.map((lab, at) => {
        const other = lies[at % lies.length] ?? String;
        return [lab, { lab, mayPass: true, api: [changed(any, (told) => everyText(told, other))] }];
      }),
    ),
    (scenario) => room.inTurn(scenario),
  );
});
