import { once } from 'node:events';

import { deployment, scaledDeployment } from '../../kubernetes/model/manifests';
import { objectName } from '../../kubernetes/model/manifest-files';
import { useCluster, type Cluster } from '../../../testbed/cluster/cluster';
import { Output } from '../../../testbed/programs/output';

// @needs engine images kubernetes

let cluster: Cluster;
beforeAll(async () => {
  cluster = await useCluster();
});
afterAll(() => cluster.stop());

const { name, replicas } = deployment.props;
const more = scaledDeployment.props.replicas;

it('dkkb watch reports new Pods as they are made, and ends when the lab is passed', async () => {
  const watch = cluster.spawnDkkb(['watch', 'ch08-scale', '--lang', 'en']);
  const ended = once(watch, 'close');
  const output = new Output(watch);
  await output.next(/Work in another terminal/);
  await cluster.kubectl('scale', objectName(deployment), `--replicas=${more}`);
  await output.next(new RegExp(`${name}: replicas ${replicas} → ${more}`));
  await output.next(/New Pod [^\n]* \(httpd\)/);
  await output.next(new RegExp(`${name}: ${more}/${more} ready`));
  expect(await ended).toEqual([0, null]);
});
