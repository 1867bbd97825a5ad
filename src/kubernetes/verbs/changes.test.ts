import type { Followed } from '../cluster/objects';
import type { Deployment, Metadata, Pod } from '../cluster/objects';
import { Account } from './changes';

const metadata = (name: string, more: Partial<Metadata> = {}): Metadata => ({
  name,
  namespace: 'default',
  uid: `uid-${name}`,
  creationTimestamp: '2026-01-01T00:00:00Z',
  ...more,
});

const deployment = (replicas: number, image: string, readyReplicas: number): Deployment => ({
  kind: 'Deployment',
  metadata: metadata('web'),
  spec: {
    replicas,
    selector: {},
    template: { spec: { containers: [{ name: 'server', image }] } },
  },
  status: { readyReplicas },
});

const pod = (name: string, isReady: boolean, more: Partial<Metadata> = {}): Pod => ({
  kind: 'Pod',
  metadata: metadata(name, more),
  spec: { containers: [{ name: 'server', image: 'httpd' }] },
  status: { conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }] },
});

const codes = (account: Account, phase: 'ADDED' | 'MODIFIED' | 'DELETED', object: Followed) =>
  account.take({ phase, object }).map(({ code }) => code);

it('reports nothing when unchanged objects come again after a break', () => {
  const account = new Account();
  account.begin([deployment(3, 'httpd', 3), pod('web-1', true)]);
  expect(codes(account, 'ADDED', deployment(3, 'httpd', 3))).toEqual([]);
  expect(codes(account, 'ADDED', pod('web-1', true))).toEqual([]);
});

it('reports how the replicas, the image and the ready Pods of a Deployment change', () => {
  const account = new Account();
  account.begin([deployment(3, 'httpd', 3)]);
  const [first, second] = account.take({ phase: 'MODIFIED', object: deployment(5, 'httpd', 3) });
  expect(first).toMatchObject({ code: 'replicas', values: { name: 'web', from: '3', to: '5' } });
  expect(second).toMatchObject({ code: 'ready', values: { ready: '3/5' } });
  expect(account.take({ phase: 'MODIFIED', object: deployment(5, 'nginx', 3) })).toMatchObject([
    { code: 'image', values: { from: 'httpd', to: 'nginx' } },
  ]);
});

it('reports each step of a Pod once, from its creation to its end', () => {
  const account = new Account();
  const deleted = { deletionTimestamp: '2026-01-01T00:01:00Z' };
  expect(codes(account, 'ADDED', pod('web-2', false))).toEqual(['pod-created']);
  expect(codes(account, 'MODIFIED', pod('web-2', true))).toEqual(['pod-ready']);
  expect(codes(account, 'MODIFIED', pod('web-2', true))).toEqual([]);
  expect(codes(account, 'MODIFIED', pod('web-2', true, deleted))).toEqual(['pod-deleted']);
  expect(codes(account, 'DELETED', pod('web-2', false, deleted))).toEqual(['pod-gone']);
  expect(codes(account, 'DELETED', pod('web-2', false, deleted))).toEqual([]);
});
