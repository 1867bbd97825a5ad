import { withEach } from '../../core/answers/hostile-text.fixture';
import type { NamespaceObjects, Pod, ReplicaSet } from '../cluster/objects';
import { creationTrouble, podTrouble } from './pod-trouble';

const nothing = { events: [] } as unknown as NamespaceObjects;
const metadata = { name: 'a', namespace: 'n', uid: 'u', creationTimestamp: '' };

function failedSet(message: string): ReplicaSet {
  const condition = { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message };
  return { metadata, status: { conditions: [condition] } } as unknown as ReplicaSet;
}

function waitingPod(reason: string, message: string): Pod {
  const state = { waiting: { reason, message } };
  const status = { containerStatuses: [{ name: 'c', ready: false, restartCount: 0, state }] };
  return { metadata, spec: { containers: [] }, status } as unknown as Pod;
}

it('names the quota that keeps a Pod from being made', () => {
  const said =
    'pods "a-x" is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2';
  const values = { quota: 'q', requested: 'pods=1', used: 'pods=2', limited: 'pods=2' };
  expect(creationTrouble(failedSet(said), nothing)).toMatchObject({ values });
});

it.each(['CreateContainerError', 'CreateContainerConfigError', 'CreatePodSandboxError'])(
  '%s fails with pod-not-created',
  (reason) => {
    expect(podTrouble(waitingPod(reason, 'm'), nothing)?.code).toBe('pod-not-created');
  },
);

it.each([
  ['0/1 nodes are available: 1 Insufficient cpu.', 'pod-unschedulable'],
  [
    '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) were unschedulable.',
    'pod-unschedulable',
  ],
  ['0/1 nodes are available: 1 node(s) had untolerated taint(s).', 'nodes-closed'],
  ['0/1 nodes are available: 1 node(s) had untolerated taint {disk: full}.', 'nodes-closed'],
  ['0/1 nodes are available: 1 node(s) were unschedulable.', 'nodes-closed'],
])('a Pod that no node takes, with the words %s, fails with %s', (message, code) => {
  const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message };
  const pod = { metadata, spec: { containers: [] }, status: { conditions: [condition] } };
  expect(podTrouble(pod as unknown as Pod, nothing)?.code).toBe(code);
});

it('an error that is made to slow down the search in it is read in time', async () => {
  const texts = [
    `exceeded quota: a, requested: x${', used: '.repeat(500_000)}`,
    'exceeded quota: a, requested: x, used: y'.repeat(100_000),
    'failed to resolve reference '.repeat(100_000),
    'insufficient '.repeat(100_000),
    'Create'.repeat(100_000),
  ];
  await withEach(texts, (text) => {
    expect(creationTrouble(failedSet(text), nothing)).toBeDefined();
    expect(podTrouble(waitingPod('ImagePullBackOff', text), nothing)).toBeDefined();
    podTrouble(waitingPod(text, text), nothing);
  });
});
