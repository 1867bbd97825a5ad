import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parseAllDocuments } from 'yaml';

import { synthManifests } from './synth';

const outdir = mkdtempSync(join(tmpdir(), 'charts-'));
beforeAll(() => synthManifests(outdir));
afterAll(() => rmSync(outdir, { recursive: true }));

const template = (image: string) => ({
  metadata: { labels: { app: 'apa000kube' } },
  spec: { containers: [{ name: 'apa000ex91', image, ports: [{ containerPort: 80 }] }] },
});
const deployment = (replicas: number, image: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'apa000dep' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'apa000kube' } },
    template: template(image),
  },
});

/** The book's objects, written out a second time, so that a wrong change of the data is noticed. */
const book = {
  'apa000pod.yml': {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'apa000pod', labels: { app: 'apa000kube' } },
    spec: template('httpd').spec,
  },
  'apa000dep.yml': deployment(3, 'httpd'),
  'apa000ser.yml': {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'apa000ser' },
    spec: {
      type: 'NodePort',
      ports: [{ port: 8099, targetPort: 80, protocol: 'TCP', nodePort: 30080 }],
      selector: { app: 'apa000kube' },
    },
  },
  'apa000dep-scale.yml': deployment(5, 'httpd'),
  'apa000dep-nginx.yml': deployment(5, 'nginx'),
};

it.each(Object.entries(book))("%s has the book's object and nothing else", (file, object) => {
  const documents = parseAllDocuments(readFileSync(join(outdir, file), 'utf8'));
  expect(documents).toHaveLength(1);
  expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  expect(documents[0]?.toJS()).toEqual(object);
});
