import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { Failure } from '../../core/failure';
import { files } from '../../core/machine/files';
import type { Text } from '../../core/text';
import { manifestPath } from '../model/manifest-files';
import { manifestText } from '../model/manifest-object';
import { pod } from '../model/manifests';
import { noCluster } from '../problems/cluster';
import type { ClusterContext } from './check';
import { manifestSays } from './manifest';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dkkb-manifest-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function judged(text: string) {
  const path = join(dir, manifestPath(pod));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const found: Text[] = [];
  const dryRun = () => Promise.reject(new Failure(noCluster({})));
  const context = { dir, files, cluster: { dryRun }, tell: (one: Text) => found.push(one) };
  const problems = await manifestSays(pod, true).run(context as unknown as ClusterContext);
  return { codes: problems.map(({ code }) => code), said: found.map(({ en }) => en) };
}

it('without a cluster, a right file is called right, and the cluster not asked', async () => {
  expect(await judged(manifestText(pod))).toEqual({
    codes: ['no-cluster'],
    said: [
      'What the file says is right. Only the cluster could not be asked whether it takes the file.',
    ],
  });
});

it('without a cluster, a wrong file is told as wrong, and never called right', async () => {
  const wrong = manifestText(pod).replace('app: apa000kube', 'app: apa000cube');
  const { codes, said } = await judged(wrong);
  expect({ codes, said }).toEqual({ codes: ['label-wrong'], said: [] });
});
