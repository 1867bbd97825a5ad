import { deployment, pod, service, type Manifest } from '../model/manifests';
import { manifestObject, manifestText } from '../model/manifest-object';
import { fieldProblems } from './field-problems';
import { manifestDocuments } from './manifest-text';

/** The problems of a file, by code and values. */
function told(manifest: Manifest, text: string) {
  const [document] = manifestDocuments(text);
  if (!document) throw new Error('the text has no object');
  const place = {
    name: 'FILE',
    lineOf: (path: readonly (string | number)[]) => String(document.lineOf(path)),
  };
  return fieldProblems(manifestObject(manifest), document.value, place).map(
    ({ code, values: { line, path, found, wanted, similar, elsewhere } }) => ({
      code,
      line,
      path,
      ...(found ? { found } : {}),
      ...(similar ? { similar } : {}),
      ...(elsewhere ? { elsewhere } : {}),
      ...(found && wanted ? { wanted } : {}),
    }),
  );
}

const dep = manifestText(deployment);
const ser = manifestText(service);

it.each([pod, deployment, service])("finds nothing in the book's own $kind", (manifest) => {
  expect(told(manifest, manifestText(manifest))).toEqual([]);
});

it.each([
  ['JSON', deployment, JSON.stringify(manifestObject(deployment))],
  ['a tag', deployment, dep.replace('image: httpd', 'image: httpd:2.4')],
  [
    'the registry written out',
    deployment,
    dep.replace('image: httpd', 'image: docker.io/library/httpd'),
  ],
  [
    'more than is asked for',
    pod,
    manifestText(pod).replace('  name: apa000pod', '    tier: web\n  name: apa000pod'),
  ],
  ['no protocol, which is TCP anyway', service, ser.replace('      protocol: TCP\n', '')],
])('accepts %s', (_title, manifest, text) => {
  expect(told(manifest, text)).toEqual([]);
});

it.each<[string, Manifest, string, object[]]>([
  [
    'another number of replicas',
    deployment,
    dep.replace('replicas: 3', 'replicas: 4'),
    [{ code: 'replicas-wrong', line: '6', path: 'spec.replicas', found: '4', wanted: '3' }],
  ],
  [
    'replicas as a text',
    deployment,
    dep.replace('replicas: 3', 'replicas: "3"'),
    [{ code: 'value-is-text', line: '6', path: 'spec.replicas', found: '"3"', wanted: '3' }],
  ],
  [
    'a slip in the image',
    deployment,
    dep.replace('image: httpd', 'image: httpdd'),
    [
      {
        code: 'pod-image-wrong',
        line: '16',
        path: 'spec.template.spec.containers[0].image',
        found: 'httpdd',
        wanted: 'httpd',
      },
    ],
  ],
  [
    'a selector that does not select the template',
    deployment,
    dep.replace('        app: apa000kube', '        app: web'),
    [
      {
        code: 'selector-mismatch',
        line: '13',
        path: 'spec.template.metadata.labels',
        found: 'app=web',
        wanted: 'app=apa000kube',
      },
    ],
  ],
  [
    'another label, in both places',
    deployment,
    dep.replaceAll('apa000kube', 'web'),
    [
      {
        code: 'label-wrong',
        line: '9',
        path: 'spec.selector.matchLabels.app',
        found: 'web',
        wanted: 'apa000kube',
      },
      {
        code: 'label-wrong',
        line: '13',
        path: 'spec.template.metadata.labels.app',
        found: 'web',
        wanted: 'apa000kube',
      },
    ],
  ],
  [
    'a key with a slip',
    deployment,
    dep.replace('replicas:', 'replica:'),
    [{ code: 'field-missing', line: '6', path: 'spec.replicas', similar: 'replica' }],
  ],
  [
    'a key in another place',
    deployment,
    dep.replace('  replicas: 3\n', '').replace('spec:\n', 'replicas: 3\nspec:\n'),
    [{ code: 'field-missing', line: '5', path: 'spec.replicas', elsewhere: 'replicas' }],
  ],
  [
    'a list without its dash',
    pod,
    manifestText(pod).replace('    - image', '      image'),
    [
      {
        code: 'list-expected',
        line: '8',
        path: 'spec.containers',
        found: expect.any(String),
        wanted: expect.any(String),
      },
    ],
  ],
  [
    'another type',
    service,
    ser.replace('type: NodePort', 'type: ClusterIP'),
    [
      {
        code: 'service-type-wrong',
        line: '13',
        path: 'spec.type',
        found: 'ClusterIP',
        wanted: 'NodePort',
      },
    ],
  ],
  [
    'no type',
    service,
    ser.replace('  type: NodePort\n', ''),
    [
      {
        code: 'service-type-wrong',
        line: '5',
        path: 'spec.type',
        found: 'ClusterIP',
        wanted: 'NodePort',
      },
    ],
  ],
  [
    'another target',
    service,
    ser.replace('targetPort: 80', 'targetPort: 8080'),
    [
      {
        code: 'target-port-wrong',
        line: '10',
        path: 'spec.ports[0].targetPort',
        found: '8080',
        wanted: '80',
      },
    ],
  ],
  [
    'another node port, and another port',
    service,
    ser.replace('30080', '30081').replace('8099', '8098'),
    [
      {
        code: 'service-port-wrong',
        line: '8',
        path: 'spec.ports[0].port',
        found: '8098',
        wanted: '8099',
      },
      {
        code: 'service-port-wrong',
        line: '7',
        path: 'spec.ports[0].nodePort',
        found: '30081',
        wanted: '30080',
      },
    ],
  ],
  [
    'another version of the API',
    deployment,
    dep.replace('apps/v1', 'v1'),
    [{ code: 'api-version-wrong', line: '1', path: 'apiVersion', found: 'v1', wanted: 'apps/v1' }],
  ],
  [
    'another name',
    service,
    ser.replace('name: apa000ser', 'name: apa000svc'),
    [
      {
        code: 'object-name-wrong',
        line: '4',
        path: 'metadata.name',
        found: 'apa000svc',
        wanted: 'apa000ser',
      },
    ],
  ],
])('reports %s', (_title, manifest, text, problems) => {
  expect(told(manifest, text)).toEqual(problems);
});
