import { service } from '../../src/kubernetes/model/manifests';
import {
  applies,
  slipped,
  triesToApply,
  writes,
  type KubeCases,
  type Slip,
} from '../shared/manifest-cases';

const file = 'kube_folder/apa000ser.yml';
const object = 'service/apa000ser';
const expose =
  'kubectl expose deployment apa000dep --name=apa000ser --type=NodePort --port=8099 --target-port=80';
const patch = `kubectl patch service apa000ser --type=json -p '[{"op":"replace","path":"/spec/ports/0/nodePort","value":30080}]'`;

const anotherType: Slip = {
  change: ['type: NodePort', 'type: ClusterIP'],
  problem: {
    code: 'service-type-wrong',
    values: { place: file, found: 'ClusterIP', wanted: 'NodePort' },
  },
};
const outOfBounds: Slip = {
  change: ['nodePort: 30080', 'nodePort: 8080'],
  problem: { code: 'service-port-wrong', values: { found: '8080', wanted: '30080' } },
};
const anotherTarget: Slip = {
  change: ['targetPort: 80', 'targetPort: 8080'],
  problem: {
    code: 'target-port-wrong',
    values: { place: file, line: '10', found: '8080', wanted: '80' },
  },
};
const anotherSelector: Slip = {
  change: ['app: apa000kube', 'app: apa00kube'],
  problem: { code: 'label-wrong', values: { place: file, found: 'apa00kube' } },
};
const notApplied = { code: 'not-applied', values: { file, object, namespace: 'default' } };
const takesPort = `kubectl create namespace other
kubectl create service nodeport first --tcp=80:80 --node-port=30080 -n other`;
const taken = { code: 'node-port-taken', values: { port: '30080', by: 'other/first' } };
const runsStranger = `kubectl run stranger --image=nginx --labels=app=apa000kube
kubectl wait --for=condition=Ready pod/stranger --timeout=600s`;
const strangerAnswers = {
  code: 'other-pods-answer',
  values: { object, pods: 'stranger', images: 'nginx' },
};

/** What is typed for `ch08-service`. */
export const cases: KubeCases = {
  right: {
    'the file by hand': applies(service),
    'kubectl expose, and the node port set afterwards': `${expose}\n${patch}`,
    'without the protocol, which is TCP anyway': applies(service, ['      protocol: TCP\n', '']),
    'the first Pod answering, too': `kubectl run apa000pod --image=httpd --labels=app=apa000kube
kubectl wait --for=condition=Ready pod/apa000pod --timeout=600s
${applies(service)}`,
  },
  wrong: {
    'written and not applied': {
      typed: writes(service),
      problems: [notApplied],
    },
    'another target port': slipped(service, anotherTarget),
    'another type': slipped(service, anotherType),
    'no type': slipped(service, {
      change: ['  type: NodePort\n', ''],
      problem: { code: 'service-type-wrong', values: { place: file, found: 'ClusterIP' } },
    }),
    'a selector with a slip': slipped(service, anotherSelector),
    'a selector that asks for more than the Pods have': {
      typed: applies(service, ['app: apa000kube', 'app: apa000kube\n    tier: web']),
      problems: [
        {
          code: 'no-endpoints',
          values: { object, selector: 'app=apa000kube,tier=web', labels: /app=apa000kube/ },
        },
      ],
      mend: applies(service),
    },
    'no Deployment that makes Pods': {
      typed: `kubectl delete deployment apa000dep --cascade=foreground\n${applies(service)}`,
      problems: [
        { code: 'not-applied', values: { object: 'deployment/apa000dep', namespace: 'default' } },
      ],
    },
    'a Deployment of no replicas': {
      typed: `kubectl scale deployment apa000dep --replicas=0
kubectl wait --for=delete pod -l app=apa000kube --timeout=600s
${applies(service)}`,
      problems: [
        { code: 'not-applied', values: { object: 'deployment/apa000dep', namespace: 'default' } },
      ],
    },
    'a node port out of bounds': slipped(service, outOfBounds),
    'another node port by kubectl expose': {
      typed: expose,
      problems: [
        {
          code: 'service-port-wrong',
          values: { place: object, path: 'spec.ports[0].nodePort', wanted: '30080' },
        },
      ],
      mend: applies(service),
    },
    'the node port in the hands of another Service': {
      before: takesPort,
      typed: triesToApply(service),
      problems: [taken],
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
      typed: `${runsStranger}
${applies(service)}`,
      problems: [strangerAnswers],
    },
  },
  walk: [
    {
      before: `${takesPort}\n${runsStranger}`,
      ...slipped(service, outOfBounds, anotherTarget, anotherSelector, anotherType),
    },
    { typed: ':', problems: [taken] },
    { typed: ':', problems: [strangerAnswers], mend: 'kubectl delete namespace other' },
  ],
};
