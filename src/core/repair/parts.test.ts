import { endOfBlock, nearestLine, partsOf, pathsOf } from './parts';

const lines = [
  'metadata:',
  '  name: web',
  'spec:',
  '  containers:',
  '  - name: one',
  "    image: 'httpd'",
  '',
  '    # a comment',
  '    ports:',
  '      - 80',
  '  - name: two',
];
const all = lines.map(partsOf);

it.each([
  ['  name: web', { indent: 2, dashes: 0, column: 2, key: 'name', value: 'web' }],
  ['  - name: one', { indent: 2, dashes: 1, column: 4, key: 'name', value: 'one' }],
  ['- - 80', { indent: 0, dashes: 2, column: 4, key: undefined, value: '80' }],
  ['"a b": 1', { key: 'a b', value: '1' }],
  ['-name: one', { dashes: 0, key: '-name' }],
  ['name:one', { key: undefined, value: 'name:one' }],
  ['image: httpd:2.4', { key: 'image', value: 'httpd:2.4' }],
  ['   # a comment', { isBlank: true }],
])('reads `%s`', (line, parts) => {
  expect(partsOf(line)).toMatchObject(parts);
});

it('finds the way to each line, also into a list at the depth of its name', () => {
  const ways = pathsOf(all).map((path) => path.join('.'));
  expect(ways[1]).toBe('metadata.name');
  expect(ways[5]).toBe('spec.containers.0.image');
  expect(ways[9]).toBe('spec.containers.0.ports.0');
  expect(ways[10]).toBe('spec.containers.1.name');
});

it('finds where the block of a line ends', () => {
  expect(endOfBlock(all, 0)).toBe(2);
  expect(endOfBlock(all, 3)).toBe(11);
  expect(endOfBlock(all, 4)).toBe(10);
  expect(endOfBlock(all, 5)).toBe(6);
});

it('finds the line that is nearest to the end of a way', () => {
  const paths = pathsOf(all);
  expect(nearestLine(paths, ['spec', 'containers', 1, 'image'])).toBe(10);
  expect(nearestLine(paths, ['spec', 'replicas'])).toBe(2);
  expect(nearestLine(paths, ['kind'])).toBe(-1);
});
