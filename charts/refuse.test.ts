import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App } from 'cdk8s';

import type {
  DeploymentProps,
  Manifest,
  PodProps,
  ServiceProps,
} from '../src/kubernetes/model/manifests';
import { DeploymentChart } from './deployment-chart';
import { PodChart } from './pod-chart';
import { ServiceChart } from './service-chart';
import { synthManifests } from './synth';

const pod: PodProps = {
  name: 'web',
  app: 'shop',
  containerName: 'server',
  image: 'registry.example:5000/team/web:1.2',
  containerPort: 8080,
};
const deployment: DeploymentProps = { ...pod, replicas: 2 };
const service: ServiceProps = {
  name: 'door',
  app: 'shop',
  port: 80,
  targetPort: 8080,
  nodePort: 30001,
};

const scratch = mkdtempSync(join(tmpdir(), 'charts-'));
const app = () => new App({ outdir: scratch });
const ofPod = (props: Partial<PodProps>) =>
  new PodChart(app(), 'file', { ...pod, ...props }).validate();
const ofDeployment = (props: Partial<DeploymentProps>) =>
  new DeploymentChart(app(), 'file', { ...deployment, ...props }).validate();
const ofService = (props: Partial<ServiceProps>) =>
  new ServiceChart(app(), 'file', { ...service, ...props }).validate();

afterAll(() => rmSync(scratch, { recursive: true }));

it('accepts each value up to its limit', () => {
  expect(ofPod({ name: 'a', containerPort: 65535 })).toEqual([]);
  expect(ofPod({ name: 'a'.repeat(63), containerPort: 1 })).toEqual([]);
  expect(ofDeployment({ replicas: 0 })).toEqual([]);
  expect(ofService({ nodePort: 30000 })).toEqual([]);
  expect(ofService({ nodePort: 32767, port: 65535 })).toEqual([]);
});

it.each([29999, 32768, 8099, 0, -30080, 30080.5, NaN])('refuses the NodePort %s', (nodePort) => {
  expect(ofService({ nodePort })).toEqual([
    `nodePort '${String(nodePort)}' is not a whole number from 30000 to 32767`,
  ]);
});

it.each([-1, 2.5, Infinity, NaN, 2 ** 31])('refuses %s replicas', (replicas) => {
  expect(ofDeployment({ replicas })).toEqual([
    `replicas '${String(replicas)}' is not a whole number from 0 to 2147483647`,
  ]);
});

it.each(['', 'Web', '-web', 'web-', 'web_1', 'a.b', '웹', 'a\nb', 'web\n', 'a'.repeat(64)])(
  'refuses the name %j',
  (name) => {
    const problem = expect.stringContaining(`name '${name}' is no DNS label`);
    expect(ofPod({ name })).toEqual([problem]);
    expect(ofDeployment({ name })).toEqual([problem]);
    expect(ofService({ name })).toEqual([problem]);
  },
);

it.each([0, 65536, 80.5])('refuses the port %s', (port) => {
  const bound = 'is not a whole number from 1 to 65535';
  expect(ofPod({ containerPort: port })).toEqual([`containerPort '${String(port)}' ${bound}`]);
  expect(ofService({ port, targetPort: port })).toEqual([
    `port '${String(port)}' ${bound}`,
    `targetPort '${String(port)}' ${bound}`,
  ]);
});

it.each(['', ' httpd', 'ht tpd', 'HTTPD'])('refuses the image %j', (image) => {
  expect(ofPod({ image })).toEqual([expect.stringContaining(`image '${image}' is no image name`)]);
});

it.each(['', 'a b', '-a', '한글', 'a'.repeat(64)])('refuses the label value %j', (value) => {
  const problem = expect.stringContaining(`app '${value}' is no label value`);
  expect(ofPod({ app: value })).toEqual([problem]);
  expect(ofService({ app: value })).toEqual([problem]);
});

it('reports every failure of every file, and writes no file', async () => {
  const outdir = join(scratch, 'refused');
  const files: Manifest[] = [
    { file: 'dep', kind: 'Deployment', props: { ...deployment, replicas: -1, image: '' } },
    { file: 'ser', kind: 'Service', props: { ...service, name: 'Door', nodePort: 80 } },
  ];
  const error = await synthManifests(outdir, files).catch((reason: unknown) => String(reason));
  expect(error).toContain("[dep] replicas '-1'");
  expect(error).toContain("[dep] image ''");
  expect(error).toContain("[ser] name 'Door'");
  expect(error).toContain("[ser] nodePort '80'");
  expect(existsSync(outdir) ? readdirSync(outdir) : []).toEqual([]);
});

it('writes a variant of an object into a file of another name', async () => {
  const outdir = join(scratch, 'variant');
  const files: Manifest[] = [{ file: 'door-kim', kind: 'Service', props: service }];
  expect(await synthManifests(outdir, files)).toEqual([join(outdir, 'door-kim.yml')]);
  expect(readdirSync(outdir)).toEqual(['door-kim.yml']);
});
