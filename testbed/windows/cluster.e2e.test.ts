// @circle all
// @needs engine images kubernetes windows @minutes 3
import type { KubeCases } from '../../labs/shared/manifest-cases';
import { useCluster, type Cluster } from '../cluster/cluster';
import { casesOf, Reader } from '../labs/reader';
import { Windows } from './windows';

let cluster: Cluster;
let windows: Windows;

const { need, type, check, mends, solvesAsShown } = new Reader(() => windows);

jest.setTimeout(900_000);
beforeAll(async () => {
  cluster = await useCluster();
  windows = await Windows.start(cluster);
});
afterEach(() => windows.empty());
afterAll(async () => {
  await windows.stop();
  await cluster.stop();
});

it('ch08-pod fails at first, passes after the commands that `check` shows, and leaves nothing', async () => {
  const before = await cluster.inventory();
  await need('up', 'ch08-pod');
  for (const mistake of (casesOf({ id: 'ch08-pod' }) as KubeCases).walk) {
    if (mistake.before) await type(mistake.before);
    await mends('ch08-pod', mistake);
  }
  expect(await check('ch08-pod')).toMatchObject({ code: 0, status: 'passed' });
  await need('down', 'ch08-pod', '--yes');
  expect(await cluster.inventory()).toEqual(before);
});

it('ch08-deployment passes after the files and commands that `show` shows', async () => {
  await need('up', 'ch08-deployment');
  await solvesAsShown('ch08-deployment');
  expect(await check('ch08-deployment')).toMatchObject({ code: 0, status: 'passed' });
  await need('down', 'ch08-deployment', '--yes');
});

it('kubectl applies what `manifests` writes', async () => {
  await need('manifests');
  const { codes, stdout } = await windows.prompt(
    'kubectl apply -f kube_folder',
    'kubectl get -f kube_folder -o name',
    'kubectl delete -f kube_folder',
  );
  expect({ codes, stdout }).toEqual({
    codes: [0, 0, 0],
    stdout: expect.stringContaining('deployment'),
  });
});
