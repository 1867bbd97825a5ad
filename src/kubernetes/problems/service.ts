import { placeholder, placeholderText } from '../../core/placeholder';
import type { Text } from '../../core/text';
import { shellLine, namesIn, commandOf } from '../../core/shell/command';
import { defineProblem } from '../../core/problem';

type Of<K extends string> = Readonly<Record<K, string>>;

/** The Service finds no Pod; `labels` are those of the Pods that it should find. */
export const noEndpoints = defineProblem(
  'no-endpoints',
  ({ object, selector, labels }: Of<'object' | 'selector' | 'labels'>) => ({
    message: {
      ko: `\`${object}\` 서비스가 찾는 레이블(\`${selector}\`)을 가진 준비된 파드가 없습니다. 파드의 레이블: ${labels || '파드 없음'}`,
      en: `\`${object}\` looks for Pods with \`${selector}\`, and no ready Pod has that. The Pods have: ${labels || 'there are none'}`,
    },
    remedy: {
      ko: '서비스의 selector와 파드의 레이블을 똑같이 맞춥니다. 지금의 레이블 보기:',
      en: "Make the Service's selector and the Pods' labels the same. See the labels:",
      commands: ['kubectl get pods --show-labels'],
    },
  }),
);

/** The NodePort does not answer in any way; `tried` are the addresses with what each said. */
export const nodePortSilent = defineProblem(
  'node-port-silent',
  ({ object, tried }: Of<'object' | 'tried'>) => ({
    message: {
      ko: `\`${object}\`의 노드 포트가 응답하지 않습니다. 물어본 곳: ${tried}`,
      en: `The node port of \`${object}\` does not answer. Asked: ${tried}`,
    },
    remedy: {
      ko: '파드가 준비되었는지, 포트 번호가 맞는지 봅니다:',
      en: 'See whether the Pods are ready, and whether the ports are right:',
      commands: [shellLine`kubectl get pods,services`],
    },
  }),
  { kind: 'waiting' },
);

/** Another page than the exercise's answers. */
export const nodePortPageWrong = defineProblem(
  'node-port-page-wrong',
  ({ url, wanted, found }: Of<'url' | 'found'> & { readonly wanted: Text }) => ({
    message: {
      ko: `${url} 주소에 다른 내용이 나옵니다. 나와야 하는 것: ${wanted.ko}. 지금 나오는 것: ${found}`,
      en: `${url} should show ${wanted.en}; it shows: ${found}`,
    },
    remedy: {
      ko: '이미지 이름을 확인하고, 이 서비스로 응답하는 파드를 봅니다:',
      en: 'Check the image, and see which Pods answer for the Service:',
      commands: ['kubectl get pods --show-labels'],
    },
  }),
  { explained: { wanted: placeholderText('wanted') } },
);

/** Pods answer for the Service that do not belong to the Deployment, and with another image; `pods` names them with their owners. */
export const otherPodsAnswer = defineProblem(
  'other-pods-answer',
  ({ object, pods, images, remove }: Of<'object' | 'pods' | 'images' | 'remove'>) => ({
    message: {
      ko: `디플로이먼트에 속하지 않는 파드가 같은 레이블 때문에 \`${object}\` 서비스를 통해 응답합니다: ${pods} (이미지 ${images})`,
      en: `Pods that do not belong to the Deployment answer for \`${object}\`, having the same label: ${pods} (image ${images})`,
    },
    remedy: {
      ko: '그래서 다른 페이지가 나올 때가 있습니다. 필요 없다면 지웁니다:',
      en: 'So another page shows now and then. If you do not need them, remove them:',
      commands: [commandOf('kubectl', 'delete', ...remove.split(' '))],
    },
  }),
  { explained: { remove: placeholder('pods') } },
);

/** The object is still in the cluster. */
export const objectLeft = defineProblem(
  'object-left',
  ({ object, file }: Of<'object' | 'file'>) => ({
    message: {
      ko: `\`${object}\` 오브젝트가 아직 남아 있습니다.`,
      en: `\`${object}\` is still there.`,
    },
    remedy: {
      ko: '삭제합니다:',
      en: 'Remove it:',
      commands: [shellLine`kubectl delete -f ${file}`],
    },
  }),
  { isStillToDo: () => true },
);

/** The Deployment is gone, and its Pods stay; `owners` are what keeps them. */
export const podsLeft = defineProblem(
  'pods-left',
  ({ object, pods, owners }: Of<'object' | 'pods' | 'owners'>) => ({
    message: {
      ko: `\`${object}\` 오브젝트는 지워졌지만 파드는 남아 있습니다: ${pods}${owners ? ` (소유자 ${owners})` : ''}`,
      en: `\`${object}\` is gone, and its Pods stay: ${pods}${owners ? ` (kept by ${owners})` : ''}`,
    },
    remedy: {
      ko: '--cascade=orphan으로 지우면 이렇게 됩니다. 남은 것을 지웁니다:',
      en: 'This is what --cascade=orphan does. Remove what is left:',
      commands: [
        owners
          ? commandOf('kubectl', 'delete', ...namesIn(owners))
          : commandOf('kubectl', 'delete', 'pods', ...namesIn(pods)),
      ],
    },
  }),
);

/** No Pod was deleted by hand since the exercise was begun. */
export const podNotDeleted = defineProblem(
  'pod-not-deleted',
  ({ object, pods }: Of<'object' | 'pods'>) => ({
    message: {
      ko: `\`${object}\`의 파드를 직접 지운 흔적이 없습니다. 지금의 파드: ${pods}`,
      en: `No Pod of \`${object}\` was deleted by hand. The Pods now: ${pods}`,
    },
    remedy: {
      ko: '파드 하나를 골라 지웁니다(NAME 자리에 파드의 이름을 씁니다):',
      en: 'Choose a Pod and delete it, with its name for NAME:',
      commands: ['kubectl get pods', 'kubectl delete pod NAME'],
    },
  }),
  { isStillToDo: () => true },
);

/** Pods went because the number of replicas was lowered, not by hand. */
export const podScaledAway = defineProblem(
  'pod-scaled-away',
  ({ object, pods }: Of<'object' | 'pods'>) => ({
    message: {
      ko: `사라진 파드는 직접 지운 것이 아니라 \`${object}\`의 수를 줄여 쿠버네티스가 지운 것입니다: ${pods}`,
      en: `These Pods were not deleted by hand; Kubernetes removed them when \`${object}\` got fewer replicas: ${pods}`,
    },
    remedy: {
      ko: 'replicas는 그대로 두고 파드 하나를 골라 지웁니다(NAME 자리에 파드의 이름을 씁니다):',
      en: 'Leave replicas as they are. Choose a Pod and delete it, with its name for NAME:',
      commands: ['kubectl get pods', 'kubectl delete pod NAME'],
    },
  }),
);

/** A Pod was deleted, and no new one is there yet. */
export const podNotReplaced = defineProblem(
  'pod-not-replaced',
  ({ object, pods }: Of<'object' | 'pods'>) => ({
    message: {
      ko: `\`${pods}\` 파드는 지워졌지만 \`${object}\`의 새 파드가 아직 없습니다.`,
      en: `The Pod \`${pods}\` was deleted, and \`${object}\` has no new one yet.`,
    },
    remedy: {
      ko: '잠시 기다리며 새 파드가 생기는지 봅니다:',
      en: 'Wait a little, and see the new one appear:',
      commands: ['kubectl get pods'],
    },
  }),
  { kind: 'waiting' },
);

/** The cluster has forgotten what happened: it keeps its events for an hour. */
export const eventsForgotten = defineProblem(
  'events-forgotten',
  ({ object, lab }: Of<'object' | 'lab'>) => ({
    message: {
      ko: `클러스터에 \`${object}\`의 파드에 관한 기록(이벤트)이 남아 있지 않아, 지운 적이 있는지 알 수 없습니다. 기록은 한 시간쯤만 남습니다.`,
      en: `The cluster keeps its events for about an hour, and has none about the Pods of \`${object}\`. So it is not known whether one was deleted.`,
    },
    remedy: {
      ko: '실습을 다시 시작하고 파드 하나를 지웁니다(NAME 자리에 파드의 이름을 씁니다):',
      en: 'Begin again, and delete a Pod, with its name for NAME:',
      commands: [shellLine`dkkb up ${lab}`, 'kubectl get pods', 'kubectl delete pod NAME'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** No node of the cluster is Ready. */
export const noReadyNode = defineProblem(
  'no-ready-node',
  ({ context, nodes }: Of<'context' | 'nodes'>) => ({
    message: {
      ko: `\`${context}\` 클러스터에 Ready 상태인 노드가 없습니다. 노드: ${nodes || '없음'}`,
      en: `No node of the cluster \`${context}\` is Ready. Nodes: ${nodes || 'none'}`,
    },
    remedy: {
      ko: '클러스터가 막 시작했다면 잠시 기다립니다. 노드의 상태 보기:',
      en: 'If the cluster has just started, wait a little. See its nodes:',
      commands: ['kubectl get nodes', 'kubectl describe nodes'],
    },
  }),
  { kind: 'cannot-tell' },
);
