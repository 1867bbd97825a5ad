import { placeholder } from '../../core/placeholder';
import { shellLine } from '../../core/shell/command';
import type { Text } from '../../core/text';

import { getCluster, wakeCluster } from './start-cluster';
import { defineProblem, type Maybe } from '../../core/problem';

export const noCluster = defineProblem(
  'no-cluster',
  ({ said = '' }: Maybe<'said'>, machine) => ({
    message: {
      ko: `kubectl이 아는 쿠버네티스 클러스터가 없습니다.${said ? ` 메시지: ${said}` : ''}`,
      en: `kubectl knows of no Kubernetes cluster.${said ? ` It says: ${said}` : ''}`,
    },
    remedy: getCluster(machine),
  }),
  { kind: 'cannot-tell' },
);

export const contextUnknown = defineProblem(
  'context-unknown',
  ({ context = '', contexts = '' }: Maybe<'context' | 'contexts'>) => ({
    message: {
      ko: `\`${context}\` 컨텍스트가 없습니다. 있는 컨텍스트: ${contexts || '없음'}`,
      en: `There is no context \`${context}\`. There are: ${contexts || 'none'}`,
    },
    remedy: {
      ko: '컨텍스트 목록에서 이름을 골라 --context에 씁니다:',
      en: 'Choose one of the list for --context:',
      commands: ['kubectl config get-contexts'],
    },
  }),
  { kind: 'cannot-tell' },
);

export const contextNotChosen = defineProblem(
  'context-not-chosen',
  ({ contexts = '' }: Maybe<'contexts'>) => ({
    message: {
      ko: `어느 클러스터를 쓸지 정해져 있지 않습니다. 있는 컨텍스트: ${contexts}`,
      en: `No cluster is chosen. There are the contexts: ${contexts}`,
    },
    remedy: {
      ko: '하나를 고르거나, 명령에 `--context 이름` 옵션을 붙입니다:',
      en: 'Choose one, or add `--context NAME` to the command:',
      commands: [shellLine`kubectl config use-context ${contexts.split(', ')[0] ?? ''}`],
    },
  }),
  { kind: 'cannot-tell', explained: { contexts: placeholder('context') } },
);

const elsewhere = (context: string, server: string): Text => ({
  ko: `kubectl의 지금 컨텍스트(\`${context}\`)는 다른 컴퓨터의 클러스터(${server})라서 건드리지 않습니다.`,
  en: `kubectl's current context \`${context}\` is a cluster on another machine (${server}), so it is left alone.`,
});

const perhapsElsewhere = (context: string, server: string): Text => ({
  ko: `kubectl의 지금 컨텍스트(\`${context}\`, ${server})가 이 컴퓨터의 클러스터인지 알 수 없어 건드리지 않습니다. 터널을 거친 다른 컴퓨터의 클러스터일 수 있습니다.`,
  en: `It is not known whether kubectl's current context \`${context}\` (${server}) is a cluster of this computer, so it is left alone. It may be another machine's behind a tunnel.`,
});

export const contextNotLocal = defineProblem(
  'context-not-local',
  ({ context = '', server = '' }: Maybe<'context' | 'server'>) => ({
    message: isAtLoopback(server) ? perhapsElsewhere(context, server) : elsewhere(context, server),
    remedy: {
      ko: '그 클러스터에서 실습하려면 명령에 다음을 붙입니다. 아니면 이 컴퓨터의 클러스터를 고릅니다(`kubectl config use-context 이름`).',
      en: 'To practise there, add this to the command; otherwise choose a cluster of this computer (`kubectl config use-context NAME`).',
      commands: [shellLine`--context ${context}`],
    },
  }),
  { kind: 'cannot-tell' },
);

export const notAnswering = defineProblem(
  'cluster-not-answering',
  ({ context = '', server = '', said = '' }: Maybe<'context' | 'server' | 'said'>, machine) => ({
    message: {
      ko: `\`${context}\` 클러스터(${server})가 응답하지 않습니다. kubectl의 메시지: ${said}`,
      en: `The cluster \`${context}\` (${server}) does not answer. kubectl says: ${said}`,
    },
    remedy: wakeCluster(context, machine),
  }),
  { kind: 'cannot-tell' },
);

export const loginRefused = defineProblem(
  'cluster-login-refused',
  ({ context = '', server = '', said = '' }: Maybe<'context' | 'server' | 'said'>) => ({
    message: {
      ko: `\`${context}\` 클러스터(${server})가 로그인을 거절합니다. 메시지: ${said}`,
      en: `The cluster \`${context}\` (${server}) refuses the login. It says: ${said}`,
    },
    remedy: {
      ko: '인증 정보가 오래되었을 수 있습니다. 클러스터를 다시 시작하거나, 나눠 준 kubeconfig 파일을 새로 받습니다.',
      en: 'The credentials may be out of date: start the cluster again, or get a new kubeconfig file.',
    },
  }),
  { kind: 'cannot-tell' },
);

export const forbidden = defineProblem(
  'cluster-forbidden',
  ({ context = '', namespace = '', said = '' }: Maybe<'context' | 'namespace' | 'said'>) => ({
    message: {
      ko: `\`${context}\` 클러스터의 \`${namespace}\` 네임스페이스에서 이 일을 할 권한이 없습니다. 메시지: ${said}`,
      en: `You have no right to do this in the namespace \`${namespace}\` of the cluster \`${context}\`. It says: ${said}`,
    },
    remedy: {
      ko: '나에게 주어진 네임스페이스를 `--namespace` 뒤에 적습니다.',
      en: 'Name the namespace that is yours after `--namespace`.',
    },
  }),
  { kind: 'cannot-tell' },
);

export const namespaceMissing = defineProblem(
  'namespace-missing',
  ({ namespace = '', context = '' }: Maybe<'namespace' | 'context'>) => ({
    message: {
      ko: `\`${context}\` 클러스터에 \`${namespace}\` 네임스페이스가 없습니다.`,
      en: `The cluster \`${context}\` has no namespace \`${namespace}\`.`,
    },
    remedy: {
      ko: '이름을 확인하거나, 네임스페이스를 만듭니다:',
      en: 'Check the name, or make the namespace:',
      commands: [shellLine`kubectl --context ${context} create namespace ${namespace}`],
    },
  }),
  { kind: 'cannot-tell' },
);

/** Another Service holds the NodePort; `by` is that Service as `NAMESPACE/NAME`, or empty, and `apply` is what failed because of it. */
export const nodePortTaken = defineProblem(
  'node-port-taken',
  ({ port = '', by = '', apply }: Maybe<'port' | 'by' | 'apply'>) => {
    const [namespace = '', name = ''] = by.split('/');
    return {
      message: {
        ko: `노드 포트 ${port}번은 다른 서비스가 쓰고 있습니다${by ? `: ${by}` : '.'}`,
        en: `The node port ${port} is in use by another Service${by ? `: ${by}` : '.'}`,
      },
      remedy: {
        ko: `필요 없는 서비스라면 ${apply ? '지운 뒤 파일을 다시 적용하고' : '지우고'}, 필요하다면 nodePort를 30000–32767 사이의 다른 수로 합니다:`,
        en: `If you do not need that Service, remove it${apply ? ' and apply the file again' : ''}; otherwise use another nodePort from 30000 to 32767:`,
        commands: [
          by
            ? shellLine`kubectl delete service ${name} --namespace ${namespace}`
            : 'kubectl get services --all-namespaces',
          ...(by && apply ? [apply] : []),
        ],
      },
    };
  },
  { explained: { by: `${placeholder('namespace')}/${placeholder('service')}` } },
);

/** A quota of the namespace allows no more. */
export const quotaExceeded = defineProblem(
  'quota-exceeded',
  ({
    quota = '',
    requested = '',
    used = '',
    limited = '',
  }: Maybe<'quota' | 'requested' | 'used' | 'limited'>) => ({
    message: {
      ko: `네임스페이스의 할당량 \`${quota}\` 때문에 파드를 더 만들 수 없습니다. 요청 ${requested}, 사용 중 ${used}, 한도 ${limited}`,
      en: `The quota \`${quota}\` of the namespace allows no more: requested ${requested}, used ${used}, limited to ${limited}`,
    },
    remedy: {
      ko: '쓰지 않는 파드를 지우거나, 할당량을 정한 사람에게 늘려 달라고 합니다:',
      en: 'Remove what you do not use, or ask whoever set the quota for more:',
      commands: [shellLine`kubectl describe quota ${quota}`],
    },
  }),
);

/** Whether a server is asked at this computer's loopback address. */
function isAtLoopback(server: string): boolean {
  return /^https?:\/\/(?:localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(server);
}
