import { useCluster, type Cluster } from '../../../testbed/cluster/cluster';
import { tell } from '../../../testbed/labs/answers';

// @needs engine images kubernetes

let cluster: Cluster;
beforeAll(async () => {
  cluster = await useCluster();
});
afterAll(() => cluster.stop());

it('each command names a cluster that does not answer, and a check ends as unknown', async () => {
  const problem = {
    code: 'cluster-not-answering',
    values: { context: 'testbed', server: 'https://127.0.0.1:6443' },
  };
  await cluster.stopProgram('kube-apiserver');
  for (const command of ['up', 'check', 'solve', 'down']) {
    expect(await tell(cluster, `${command} ch08-scale`)).toMatchObject({ code: 3, problem });
  }
  const { code, stdout } = await cluster.dkkb('check', 'ch08-cluster', '-o', 'json');
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    labs: [{ status: 'unknown', problems: [problem] }],
  });
});

it('up fails with no-cluster when there is no kubeconfig', async () => {
  await cluster.sh('rm .kube/config');
  const { code, problem } = await tell(cluster, 'up ch08-pod');
  expect({ code, problem }).toMatchObject({ code: 3, problem: { code: 'no-cluster' } });
});
