import { manifestLines, manifestObject } from '../model/manifest-object';
import { deployment, pod, service } from '../model/manifests';
import { judgeText } from './judge-text';
import { bookText, put } from './spoiled-manifest.fixture';

const file = 'kube_folder/apa000dep.yml';
const asList = (text: string) =>
  `apiVersion: v1\nkind: List\nitems:\n- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;

it.each([
  ['JSON', JSON.stringify(manifestObject(deployment), null, 2)],
  ['a List', asList(bookText(deployment))],
  ['a file of several objects', `${bookText(service)}---\n${bookText(deployment)}`],
  ['Windows line ends', bookText(deployment).replaceAll('\n', '\r\n')],
  [
    'fields that the task does not name',
    put(
      ['metadata:', 'metadata:\n  namespace: default\n  annotations: { a: b }'],
      ['image: httpd', 'image: httpd\n          env: [{ name: A, value: "1" }]'],
      ['ports:', 'livenessProbe: { httpGet: { path: /, port: 80 } }\n          ports:'],
    )(bookText(deployment)),
  ],
])('%s is right as it is', (_title, text) => {
  expect(judgeText(deployment, file, text)).toEqual([]);
});

it.each([
  ['JSON', JSON.stringify(manifestObject(deployment), null, 2), '"replicas": 3,', '"replicas": 2,'],
  ['a List', asList(bookText(deployment)), '    replicas: 3', '    replicas: 2'],
  [
    'the second of two objects',
    `${bookText(service)}---\n${bookText(deployment)}`,
    '  replicas: 3',
    '  replicas: 2',
  ],
  [
    'brackets',
    bookText(deployment).replace(/ports:\n.*/, 'ports: [{ containerPort: 80 }]'),
    ' 80',
    ' 81',
  ],
  ['a comment behind it', bookText(deployment).replace('3', '3 # 셋'), '3 # 셋', '2 # 셋'],
])('a wrong value in %s is mended in its place', (_title, right, from, to) => {
  const [problem, ...others] = judgeText(deployment, file, put([from, to])(right)) ?? [];
  expect(others).toEqual([]);
  const [edit, ...more] = problem?.edits ?? [];
  expect(more).toEqual([]);
  expect(edit?.before.join()).toContain(to);
  expect(edit?.after).toEqual(right.split('\n').slice((edit?.line ?? 0) - 1, edit?.line));
});

it.each([
  ['a Service', service, 'service/apa000ser', 'kube_folder/apa000ser.yml'],
  ['a Pod', pod, 'pod/apa000pod', 'kube_folder/apa000pod.yml'],
])('%s in the file of a Deployment is told with its own file', (_title, other, found, proper) => {
  const [problem, ...others] = judgeText(deployment, file, bookText(other)) ?? [];
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'manifest-other-object',
    values: { file, found, wanted: 'deployment/apa000dep', proper },
    expected: manifestLines(deployment),
  });
});

it('a Deployment whose kind says Pod is no other object', () => {
  const text = put(['kind: Deployment', 'kind: Pod'])(bookText(deployment));
  expect(judgeText(deployment, file, text)).toMatchObject([{ code: 'kind-wrong' }]);
});

it('a label that only the selector has is told as it is', () => {
  const text = put(['      app: apa000kube', '      app: apa000kube\n      tier: web'])(
    bookText(deployment),
  );
  expect(judgeText(deployment, file, text)).toMatchObject([
    { code: 'selector-mismatch', values: { wanted: 'app=apa000kube,tier=web' } },
  ]);
});

it.each([
  ['a Dockerfile', 'FROM httpd\nCOPY index.html /usr/local/apache2/htdocs/\n', 'file-unlike'],
  [
    'what kubectl prints',
    'NAME        READY   STATUS\napa000dep   3/3     Running\n',
    'file-unlike',
  ],
  ['a file that stands for itself', 'a: &a [*a, *a]\nkind: Deployment\n', 'manifest-unreadable'],
  ['brackets without an end', `kind: ${'['.repeat(300)}\n`, 'manifest-unreadable'],
  ['no YAML at all', `${'{%!\n'.repeat(60)}`, 'manifest-unreadable'],
])('%s brings what the file has to say, and no change that was not tried', (_title, text, code) => {
  const problems = judgeText(deployment, file, text);
  expect(problems).toMatchObject([{ code, expected: manifestLines(deployment) }]);
  expect(problems?.[0]?.edits).toBeUndefined();
  expect(problems?.[0]?.describe().remedy.commands).toBeUndefined();
});

it('many aliases of aliases end at once', () => {
  const bomb = ['a0: &a0 [x, x]'];
  for (let level = 1; level < 40; level += 1)
    bomb.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}, *a${level - 1}]`);
  const [problem] = judgeText(deployment, file, `${bomb.join('\n')}\nkind:Deployment\n`) ?? [];
  expect(problem?.edits).toBeUndefined();
});
