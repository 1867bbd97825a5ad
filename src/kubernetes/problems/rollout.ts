import { shellLine } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';

type Of<K extends string> = Readonly<Record<K, string>>;

/** The cluster has no such object, and one with a name close to it. */
export const objectMissing = defineProblem(
  'object-missing',
  ({ object, namespace, file, similar }: Of<'object' | 'namespace' | 'file' | 'similar'>) => ({
    message: {
      ko: `\`${namespace}\` 네임스페이스에 \`${object}\` 오브젝트가 없고, 비슷한 이름의 오브젝트가 있습니다: \`${similar}\``,
      en: `There is no \`${object}\` in the namespace \`${namespace}\`; there is \`${similar}\`.`,
    },
    remedy: {
      ko: '이름을 고친 파일을 적용하고, 잘못된 이름의 것은 지웁니다:',
      en: 'Mend the name in the file, apply it, and remove the one with the wrong name:',
      commands: [shellLine`kubectl apply -f ${file}`, shellLine`kubectl delete ${similar}`],
    },
  }),
);

/** The object is in another namespace than the one that is looked at; `apply` brings the reader's file, where it is right, to that one. */
export const otherNamespace = defineProblem(
  'other-namespace',
  ({ object, found, wanted, apply }: Of<'object' | 'found' | 'wanted'> & Maybe<'apply'>) => ({
    message: {
      ko: `\`${object}\` 오브젝트가 \`${wanted}\` 네임스페이스가 아니라 \`${found}\` 네임스페이스에 있습니다.`,
      en: `\`${object}\` is in the namespace \`${found}\`, not in \`${wanted}\`.`,
    },
    remedy: {
      ko: `거기서 지우고 \`${wanted}\` 네임스페이스에 다시 적용합니다. 그 네임스페이스에서 실습한다면 \`--namespace ${found}\` 옵션을 붙여 확인합니다:`,
      en: `Remove it there and apply it to \`${wanted}\`. If you practise in that namespace, check with \`--namespace ${found}\`:`,
      commands: [
        shellLine`kubectl delete ${object} --namespace ${found}`,
        ...(apply ? [apply] : []),
      ],
    },
  }),
);

/** Pods are on their way. */
export const podsNotReady = defineProblem(
  'pods-not-ready',
  ({ object, ready, wanted, pods }: Of<'object' | 'ready' | 'wanted' | 'pods'>) => ({
    message: {
      ko: `\`${object}\`: 파드 ${wanted}개 가운데 ${ready}개가 준비되었습니다.${pods ? ` 아직: ${pods}` : ''}`,
      en: `\`${object}\`: ${ready} of ${wanted} Pods are ready.${pods ? ` Not yet: ${pods}` : ''}`,
    },
    remedy: {
      ko: '잠시 기다립니다. 오래 걸리면 무엇을 하고 있는지 봅니다:',
      en: 'Wait a little; if it takes long, see what they are doing:',
      commands: ['kubectl describe pods'],
    },
  }),
  { kind: 'waiting' },
);

/** Pods of an earlier state are still there. */
export const podsLeaving = defineProblem(
  'pods-leaving',
  ({ pods }: Of<'pods'>) => ({
    message: {
      ko: `이전 파드가 아직 종료되는 중입니다: ${pods}`,
      en: `Pods of the earlier state are still stopping: ${pods}`,
    },
    remedy: {
      ko: '잠시 기다립니다. 목록에서 사라지는지 봅니다:',
      en: 'Wait a little, and see them go:',
      commands: ['kubectl get pods'],
    },
  }),
  { kind: 'waiting' },
);

const describe = (pod: string) => [shellLine`kubectl describe pod ${pod}`];

/** The registry refuses more pulls for now. */
export const pullLimit = defineProblem(
  'pull-limit',
  ({ pod, image, said }: Of<'pod' | 'image' | 'said'>) => ({
    message: {
      ko: `\`${pod}\` 파드의 \`${image}\` 이미지를 저장소가 더는 내려 주지 않습니다(429, 받은 횟수 제한). 메시지: ${said}`,
      en: `The registry refuses more pulls for now (429), so the Pod \`${pod}\` has no image \`${image}\`. It says: ${said}`,
    },
    remedy: {
      ko: '교실이라면 선생님 컴퓨터의 미러를 쓰거나(dkkb images serve), 이미지를 노드에 직접 넣습니다. 혼자라면 몇 시간 뒤에 다시 합니다:',
      en: "In a classroom use the teacher's mirror (dkkb images serve), or load the image into the node; alone, try again in some hours:",
      commands: [
        shellLine`minikube image load ${image}`,
        shellLine`kind load docker-image ${image}`,
      ],
    },
  }),
);

/** The node does not reach the registry. */
export const pullUnreachable = defineProblem(
  'pull-unreachable',
  ({ pod, image, said }: Of<'pod' | 'image' | 'said'>) => ({
    message: {
      ko: `노드가 이미지 저장소에 연결하지 못해 \`${pod}\` 파드의 \`${image}\` 이미지를 받지 못했습니다. 메시지: ${said}`,
      en: `The node does not reach the registry, so the Pod \`${pod}\` has no image \`${image}\`. It says: ${said}`,
    },
    remedy: {
      ko: '인터넷 연결을 확인합니다. 인터넷이 없으면 이미지를 노드에 직접 넣습니다(Minikube, kind):',
      en: 'Check the internet connection; without one, load the image into the node (Minikube, kind):',
      commands: [
        shellLine`minikube image load ${image}`,
        shellLine`kind load docker-image ${image}`,
      ],
    },
  }),
);

/** The registry has no such image. */
export const pullImageUnknown = defineProblem(
  'pull-image-unknown',
  ({ pod, image, said }: Of<'pod' | 'image' | 'said'>) => ({
    message: {
      ko: `\`${pod}\` 파드의 \`${image}\` 이미지가 저장소에 없습니다. 메시지: ${said}`,
      en: `The registry has no image \`${image}\` for the Pod \`${pod}\`. It says: ${said}`,
    },
    remedy: {
      ko: '파일에서 이미지 이름의 철자와 태그를 확인하고 다시 적용합니다.',
      en: "Check the image's name and tag in the file, and apply it again.",
    },
  }),
);

/** The node could not get the image, for another reason. */
export const pullFailed = defineProblem(
  'pull-failed',
  ({ pod, image, said }: Of<'pod' | 'image' | 'said'>) => ({
    message: {
      ko: `\`${pod}\` 파드의 \`${image}\` 이미지를 받지 못했습니다(ErrImagePull). 메시지: ${said}`,
      en: `The image \`${image}\` of the Pod \`${pod}\` could not be pulled (ErrImagePull). It says: ${said}`,
    },
    remedy: {
      ko: '파드의 마지막 부분(Events)을 봅니다:',
      en: 'Look at the last lines (Events) of the Pod:',
      commands: describe(pod),
    },
  }),
);

/** No node has room. */
export const podUnschedulable = defineProblem(
  'pod-unschedulable',
  ({ pod, resource, said }: Of<'pod' | 'resource' | 'said'>) => ({
    message: {
      ko: `\`${pod}\` 파드를 놓을 노드가 없어 Pending 상태입니다${resource ? `(${resource} 부족)` : ''}. 메시지: ${said}`,
      en: `No node takes the Pod \`${pod}\`, so it stays Pending${resource ? ` (not enough ${resource})` : ''}. It says: ${said}`,
    },
    remedy: {
      ko: '쓰지 않는 파드를 지우거나 replicas를 줄이거나, 클러스터에 CPU와 메모리를 더 줍니다:',
      en: 'Remove Pods that you do not need, use fewer replicas, or give the cluster more CPU and memory:',
      commands: ['kubectl get pods --all-namespaces', 'minikube start --cpus=2 --memory=4g'],
    },
  }),
);

/** Each node keeps Pods away, by a taint or because it was closed (cordoned). */
export const nodesClosed = defineProblem('nodes-closed', ({ pod, said }: Of<'pod' | 'said'>) => ({
  message: {
    ko: `\`${pod}\` 파드를 받는 노드가 없어 Pending 상태입니다. 노드가 파드를 받지 않도록 표시(taint 또는 cordon)되어 있습니다. 메시지: ${said}`,
    en: `No node takes the Pod \`${pod}\`, so it stays Pending. The nodes are marked to take no Pods (a taint, or cordon). It says: ${said}`,
  },
  remedy: {
    ko: '노드의 Taints와 Conditions를 봅니다. not-ready와 pressure 표시는 노드가 준비되고 디스크와 메모리가 넉넉해지면 저절로 없어집니다. 나머지는 NAME 자리에 노드의 이름, KEY 자리에 그 표시를 써서 `kubectl uncordon NAME`(SchedulingDisabled) 또는 `kubectl taint nodes NAME KEY-` 명령으로 없앱니다:',
    en: 'See the Taints and the Conditions of the node. The marks not-ready and pressure go by themselves, when the node is ready and has disk and memory enough. Remove others with the name of the node for NAME and the mark for KEY, by `kubectl uncordon NAME` (SchedulingDisabled) or `kubectl taint nodes NAME KEY-`:',
    commands: ['kubectl get nodes', 'kubectl describe nodes'],
  },
}));

/** The container ends again and again. */
export const podCrashing = defineProblem(
  'pod-crashing',
  ({ pod, exitCode }: Of<'pod' | 'exitCode'>) => ({
    message: {
      ko: `\`${pod}\` 파드의 컨테이너가 시작하자마자 끝나기를 되풀이합니다(종료 코드 ${exitCode}).`,
      en: `The container of the Pod \`${pod}\` ends again and again (exit code ${exitCode}).`,
    },
    remedy: {
      ko: '로그에서 까닭을 봅니다:',
      en: 'See why in its log:',
      commands: [shellLine`kubectl logs ${pod} --previous`],
    },
  }),
);

/** The cluster cannot make a Pod or start its container. */
export const podNotCreated = defineProblem(
  'pod-not-created',
  ({ object, reason, said }: Of<'object' | 'reason' | 'said'>) => ({
    message: {
      ko: `\`${object}\`: 파드를 시작하지 못합니다(${reason}). 메시지: ${said}`,
      en: `\`${object}\`: a Pod cannot be started (${reason}). It says: ${said}`,
    },
    remedy: {
      ko: '메시지에 나온 것을 고치고 다시 적용합니다. 자세히 보기:',
      en: 'Mend what it names and apply the file again. More:',
      commands: [shellLine`kubectl describe ${object}`],
    },
  }),
);
