import { service } from './kube';
import { applies, triesToApply, writes } from './kube-cases';
import type { LabCases } from './lab-cases';

const file = 'kube_folder/apa000ser.yml';
const object = 'service/apa000ser';
const expose =
  'kubectl expose deployment apa000dep --name=apa000ser --type=NodePort --port=8099 --target-port=80';
const patch = `kubectl patch service apa000ser --type=json -p '[{"op":"replace","path":"/spec/ports/0/nodePort","value":30080}]'`;

/** What is typed for `ch08-service`. */
export const cases: LabCases = {
  right: {
    'the file by hand': applies(service),
    'kubectl expose, and the node port set afterwards': `${expose}\n${patch}`,
    'without the protocol, which is TCP anyway': applies(service, ['      protocol: TCP\n', '']),
    'the first Pod answering, too': `kubectl run apa000pod --image=httpd --labels=app=apa000kube
kubectl wait --for=condition=Ready pod/apa000pod --timeout=60s
${applies(service)}`,
  },
  wrong: {
    'written and not applied': {
      typed: writes(service),
      problems: [{ code: 'not-applied', values: { file, object, namespace: 'default' } }],
    },
    'another target port': {
      typed: applies(service, ['targetPort: 80', 'targetPort: 8080']),
      problems: [
        {
          code: 'target-port-wrong',
          values: { place: file, line: '10', found: '8080', wanted: '80' },
        },
      ],
    },
    'another type': {
      typed: triesToApply(service, ['type: NodePort', 'type: ClusterIP']),
      problems: [
        {
          code: 'service-type-wrong',
          values: { place: file, found: 'ClusterIP', wanted: 'NodePort' },
        },
      ],
    },
    'no type': {
      typed: triesToApply(service, ['  type: NodePort\n', '']),
      problems: [{ code: 'service-type-wrong', values: { place: file, found: 'ClusterIP' } }],
    },
    'a selector with a slip': {
      typed: applies(service, ['app: apa000kube', 'app: apa00kube']),
      problems: [{ code: 'label-wrong', values: { place: file, found: 'apa00kube' } }],
    },
    'a selector that asks for more than the Pods have': {
      typed: applies(service, ['app: apa000kube', 'app: apa000kube\n    tier: web']),
      problems: [
        {
          code: 'no-endpoints',
          values: { object, selector: 'app=apa000kube,tier=web', labels: /app=apa000kube/ },
        },
      ],
    },
    'a node port out of bounds': {
      typed: triesToApply(service, ['nodePort: 30080', 'nodePort: 8080']),
      problems: [{ code: 'service-port-wrong', values: { found: '8080', wanted: '30080' } }],
    },
    'another node port by kubectl expose': {
      typed: expose,
      problems: [
        {
          code: 'service-port-wrong',
          values: { place: object, path: 'spec.ports[0].nodePort', wanted: '30080' },
        },
      ],
    },
    'the node port in the hands of another Service': {
      before: `kubectl create namespace other
kubectl create service nodeport first --tcp=80:80 --node-port=30080 -n other`,
      typed: triesToApply(service),
      problems: [{ code: 'node-port-taken', values: { port: '30080', by: 'other/first' } }],
    },
    'applied in another namespace': {
      typed: `kubectl create namespace practice
${writes(service)}
kubectl apply -f ${file} -n practice`,
      problems: [
        { code: 'other-namespace', values: { object, found: 'practice', wanted: 'default' } },
      ],
    },
    'a Pod of another image behind the same label': {
      typed: `kubectl run stranger --image=nginx --labels=app=apa000kube
kubectl wait --for=condition=Ready pod/stranger --timeout=60s
${applies(service)}`,
      problems: [
        { code: 'other-pods-answer', values: { object, pods: 'stranger', images: 'nginx' } },
      ],
    },
  },
};
