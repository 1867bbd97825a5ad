import type * as z from 'zod/mini';

import { answerLimit, readAnswer } from '../core/answers/answer';
import { Failure } from '../core/failure';
import * as forms from '../docker/engine/forms';
import * as clusterForms from '../kubernetes/cluster/forms';

const id = 'a'.repeat(64);
const container = {
  Id: id,
  Name: '/apa000ex2',
  Created: '2026-01-01T00:00:00.5Z',
  Image: `sha256:${id}`,
  Path: 'httpd-foreground',
  Args: [],
  State: {
    Status: 'running',
    Running: true,
    ExitCode: 0,
    Error: '',
    StartedAt: '2026-01-01T00:00:00.5Z',
  },
  Config: { Image: 'httpd', Env: ['A=1'], Labels: {} },
  HostConfig: {
    PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] },
    RestartPolicy: { Name: 'no' },
  },
  NetworkSettings: { Ports: { '80/tcp': null }, Networks: { bridge: { Aliases: null } } },
  Mounts: [{ Type: 'bind', Source: '/home', Destination: '/data' }],
};
const image = { Id: `sha256:${id}`, RepoTags: ['httpd:latest'], RepoDigests: null, Created: 0 };
const event = {
  Type: 'container',
  Action: 'start',
  Actor: { ID: id, Attributes: { name: 'apa000ex2' } },
  timeNano: 1_767_225_600_000_000_000,
};

/** The code of the failure, or `read`. */
function reading(form: z.ZodMiniType, said: unknown): string {
  try {
    readAnswer(form, typeof said === 'string' ? said : JSON.stringify(said), 'a question');
    return 'read';
  } catch (error) {
    return error instanceof Failure ? error.code : String(error);
  }
}

it.each<[string, z.ZodMiniType, unknown]>([
  ['a container', forms.inspectedContainer, container],
  [
    'a container of a service that Compose scales',
    forms.inspectedContainer,
    {
      ...container,
      HostConfig: {
        ...container.HostConfig,
        PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8083-8085' }] },
      },
    },
  ],
  ['images', forms.imageList, [image]],
  [
    'the layers of an image',
    forms.inspectedImage,
    { ...image, Config: null, RootFS: { Layers: [`sha256:${id}`] } },
  ],
  ['an event', forms.engineEvent, event],
  ['containers that others link to', forms.containerList, [{ Id: id, Names: ['/a', '/b/a'] }]],
  ['no volumes', forms.volumeList, { Volumes: null }],
])('%s are read', (_what, form, said) => {
  expect(reading(form, said)).toBe('read');
});

it.each(['--cidfile=/root/.profile', '--env-file=x', 'abc', '', `${id} `, `../${id}`, 'é'])(
  'refuses an image with the id %j',
  (wrong) => {
    expect(reading(forms.imageList, [{ ...image, Id: wrong }])).toBe('answer-unreadable');
    const Id = `sha256:${wrong}`;
    expect(reading(forms.inspectedImage, { ...image, Id, Config: null })).toBe('answer-unreadable');
  },
);

it.each([
  ['Id', '--volume=/:/x'],
  ['Name', '/-v'],
  ['Name', '/a\u001b[2J'],
  ['Image', '-it'],
  ['Created', '\u001b]0;title\u0007'],
  ['State', { ...container.State, ExitCode: 1e300 }],
  ['State', { ...container.State, Status: 'passed' }],
  ['Mounts', null],
  ['HostConfig', { ...container.HostConfig, PortBindings: { '80/tcp': [{ HostPort: 80 }] } }],
  ['Config', []],
])('refuses a container with the %s %j', (field, wrong) => {
  const said = { ...container, [field]: wrong };
  expect(reading(forms.inspectedContainer, said)).toBe('answer-unreadable');
});

it.each([
  ['nothing', ''],
  ['half an object', '{'],
  ['null', 'null'],
  ['a list in lists without end', '['.repeat(answerLimit.api)],
  ['an object with a prototype of its own', '{"__proto__": 1}'],
  ['a number without bounds', '1e999'],
])('%s is refused as a container', (_what, text) => {
  expect(reading(forms.inspectedContainer, text)).toBe('answer-unreadable');
});

it('refuses an image with a date that no calendar has', () => {
  expect(reading(forms.imageList, [{ ...image, Created: 1e15 }])).toBe('answer-unreadable');
});

it.each(['-n', 'a b', '\u202eabc', ''])('refuses a context with the name %j', (name) => {
  const said = { contexts: [{ name }], clusters: [] };
  expect(reading(clusterForms.kubeConfig, said)).toBe('answer-unreadable');
});

it.each([
  [
    'a node with two addresses in one',
    { status: { addresses: [{ type: 'InternalIP', address: 'a b' }] } },
  ],
  [
    'a node whose address begins a line',
    { status: { addresses: [{ type: 'InternalIP', address: 'a\n' }] } },
  ],
  [
    'an owner with a name of two words',
    { metadata: { name: 'a', ownerReferences: [{ kind: 'ReplicaSet', name: 'a b', uid: 'x' }] } },
  ],
  [
    'an owner of a kind that is an option',
    { metadata: { name: 'a', ownerReferences: [{ kind: '--all', name: 'a', uid: 'x' }] } },
  ],
])('refuses %s', (_what, more) => {
  const object = { kind: 'Node', metadata: { name: 'a' } };
  expect(reading(clusterForms.objectList, { items: [object] })).toBe('read');
  expect(reading(clusterForms.objectList, { items: [{ ...object, ...more }] })).toBe(
    'answer-unreadable',
  );
});

// A form that can be matched in many ways would take years for these.
it.each(['a'.repeat(200) + '!', 'a/'.repeat(100)])(
  'refuses %j as the name of a container',
  (name) => {
    expect(reading(forms.containerList, [{ Id: id, Names: [name] }])).toBe('answer-unreadable');
  },
);

it('reads only the beginning of labels and variables that are longer than any of an exercise', () => {
  const Labels = { a: 'b'.repeat(50_000) };
  const Config = { Image: 'httpd', Env: ['c'.repeat(100_000)], Labels };
  const text = JSON.stringify({ ...container, Config });
  const read = readAnswer(forms.inspectedContainer, text, 'a question');
  expect(read.Config.Labels?.['a']).toHaveLength(4_096);
  expect(read.Config.Env?.[0]).toHaveLength(32_768);
});

it.each([
  ['containers', forms.containerList],
  ['images', forms.imageList],
])('refuses at once a list of more %s than an engine has', (_what, form) => {
  const read = () => readAnswer(form, `[${'{},'.repeat(10_000)}{}]`, 'a question');
  // The error is about the list, and not about an item in it.
  expect(read).toThrow(
    expect.objectContaining({ values: expect.objectContaining({ said: ': Invalid input' }) }),
  );
});
