import { repair } from '../../core/repair/search';
import { manifestText } from '../model/manifest-object';
import { deployment, pod, service, type Manifest } from '../model/manifests';
import { manifestGoal } from './manifest-goal';

type Change = (text: string) => string;

const shallower = (text: string) => text.replaceAll(/^ {2}/gm, '');

/** What a reader wrote for the solution, and the mistakes that lead from it to one that does. */
const cases: readonly [title: string, manifest: Manifest, change: Change, mistakes: string[]][] = [
  [
    'what stands under `metadata` is not indented',
    pod,
    (text) => text.replace(/(?<=metadata:\n)(?: .*\n)+/, shallower),
    ['too-shallow'],
  ],
  [
    'what stands under `spec` is not indented',
    pod,
    (text) => text.replace(/(?<=^spec:\n)(?: .*\n)+/m, shallower),
    ['too-shallow'],
  ],
  [
    'labels are written as lists',
    deployment,
    (text) => text.replaceAll('app: ', '- app: '),
    ['dash-extra', 'dash-extra'],
  ],
  ['a name is misspelt', deployment, (text) => text.replace(/^spec:/m, 'sepc:'), ['name-misspelt']],
  [
    'two objects stand in one file without a line between them',
    deployment,
    (text) => text + manifestText(service),
    ['separator-missing'],
  ],
  [
    'no space stands after a colon',
    service,
    (text) => text.replace('app: ', 'app:'),
    ['space-after-colon'],
  ],
  [
    "a Service's selector has a Deployment's `matchLabels`",
    service,
    (text) => text.replace(/selector:\n {4}/, 'selector:\n    matchLabels:\n      '),
    ['level-extra'],
  ],
  [
    "a Service's port is written as Docker's pair",
    service,
    (text) => text.replace(/ port: 8099/, ' port: 8099:80'),
    ['port-pair'],
  ],
  [
    "a container's port is written as Docker's pair",
    pod,
    (text) => text.replace('containerPort: 80', 'containerPort: 80:80'),
    ['port-pair'],
  ],
  ['the first line is indented', pod, (text) => `  ${text}`, ['too-deep']],
  ["a page's fence came along", pod, (text) => `\`\`\`yaml\n${text}\`\`\`\n`, ['pasted']],
  [
    'a full-width colon and a tab',
    service,
    (text) => text.replace('type:', 'type：').replace(/^ {2}selector/m, '\tselector'),
    ['other-letter', 'tab'],
  ],
];

it.each(cases)('%s: the text is mended by that mistake', (_title, manifest, change, mistakes) => {
  const found = repair(change(manifestText(manifest)), manifestGoal(manifest));
  expect(found.changes.map(({ mistake }) => mistake).sort()).toEqual(mistakes);
  expect(found.faults).toEqual([]);
});

it('what is not known is left as it is where the schema has it', () => {
  const own = manifestText(pod).replace('  containers:', '  restartPolicy: Always\n  containers:');
  expect(repair(own, manifestGoal(pod))).toMatchObject({ changes: [], faults: [] });
});

it('a text that has nothing to do with the goal brings no repair, and an end', () => {
  const { tried } = repair('hello\n'.repeat(2_000), manifestGoal(pod));
  expect(tried).toBeLessThanOrEqual(1_000);
});
