import { commandOf, shellLine } from '../../../src/core/shell/command';
import type { CommandGroup, CommandOption } from './entry';

const file: CommandOption = {
  flags: '-f, --filename',
  value: 'kube_folder/apa000dep.yml',
  does: { ko: '매니페스트 파일', en: 'The manifest.' },
};

/** `kubectl`. */
export const kubectlCommands: CommandGroup = {
  id: 'kubectl',
  title: { ko: '쿠버네티스 (kubectl)', en: 'Kubernetes (kubectl)' },
  entries: [
    {
      name: 'kubectl apply',
      does: {
        ko: '매니페스트 파일대로 만들거나 바꿉니다.',
        en: 'Makes or changes what a manifest says.',
      },
      options: [file],
      example: { lab: 'ch08-deployment', begins: 'kubectl apply' },
      changed: {
        ko: '디플로이먼트의 `apiVersion`은 `apps/v1`입니다. 옛 자료의 `extensions/v1beta1`은 쿠버네티스 1.16에서 없어졌습니다.',
        en: 'The `apiVersion` of a Deployment is `apps/v1`; `extensions/v1beta1` of older texts is gone since Kubernetes 1.16.',
      },
      words: '생성 적용 변경 매니페스트 yaml apiVersion',
    },
    {
      name: 'kubectl create',
      does: {
        ko: '매니페스트 파일대로 새로 만듭니다. 이미 있으면 오류가 납니다.',
        en: 'Makes what a manifest says; fails where it is there already.',
      },
      options: [file],
      example: shellLine`kubectl create -f kube_folder/apa000dep.yml`,
      words: '생성 만들기',
    },
    {
      name: 'kubectl run',
      does: {
        ko: '이미지로 파드 하나를 만들고 실행합니다.',
        en: 'Makes one Pod of an image and runs it.',
      },
      options: [{ flags: '--image', value: 'httpd', does: { ko: '쓸 이미지', en: 'The image.' } }],
      example: commandOf('kubectl', 'run', 'apa000pod', '--image=httpd'),
      changed: {
        ko: '쿠버네티스 1.18부터 `kubectl run`은 파드만 만듭니다. 디플로이먼트는 `kubectl create deployment`나 매니페스트로 만듭니다.',
        en: 'Since Kubernetes 1.18 `kubectl run` makes a Pod only; a Deployment is made by `kubectl create deployment` or a manifest.',
      },
      words: '실행 생성 디플로이먼트 deployment',
    },
    {
      name: 'kubectl get',
      does: {
        ko: '파드, 디플로이먼트, 서비스, 노드 등의 목록을 봅니다.',
        en: 'Lists Pods, Deployments, Services, nodes and so on.',
      },
      options: [
        {
          flags: '-o, --output',
          value: 'wide',
          does: { ko: '보여 주는 모양: wide, yaml, json', en: 'The form: wide, yaml, json.' },
        },
        {
          flags: '-w, --watch',
          does: { ko: '바뀌는 것을 계속 봅니다.', en: 'Goes on with what changes.' },
        },
        {
          flags: '-A, --all-namespaces',
          does: { ko: '모든 네임스페이스를 봅니다.', en: 'Lists all namespaces.' },
        },
      ],
      example: commandOf('kubectl', 'get', 'pods'),
      words: '확인 상태',
    },
    {
      name: 'kubectl describe',
      does: {
        ko: '자세한 정보와 이벤트를 봅니다. 파드가 실행되지 않을 때 씁니다.',
        en: 'Shows all about an object with its events; helps where a Pod does not run.',
      },
      example: commandOf('kubectl', 'describe', 'pod', 'apa000pod'),
      words: '상세 오류 에러',
    },
    {
      name: 'kubectl delete',
      does: {
        ko: '매니페스트 파일이나 이름으로 삭제합니다.',
        en: 'Deletes by a manifest or by a name.',
      },
      options: [file],
      example: { lab: 'ch08-delete', begins: 'kubectl delete' },
      changed: {
        ko: '디플로이먼트의 파드는 삭제해도 다시 생깁니다. 디플로이먼트를 삭제합니다.',
        en: 'A Pod of a Deployment comes back when it is deleted: delete the Deployment.',
      },
      words: '지우기 제거 remove',
    },
    {
      name: 'kubectl edit',
      does: {
        ko: '실행 중인 것의 매니페스트를 편집기로 바꿉니다.',
        en: 'Opens the manifest of an object in an editor, and applies it.',
      },
      example: commandOf('kubectl', 'edit', 'deployment', 'apa000dep'),
      words: '수정 변경',
    },
    {
      name: 'kubectl set image',
      does: {
        ko: '컨테이너의 이미지를 바꿉니다.',
        en: 'Gives containers another image.',
      },
      example: commandOf('kubectl', 'set', 'image', 'deployment/apa000dep', 'apa000ex91=nginx'),
      words: '변경 업데이트',
    },
    {
      name: 'kubectl scale',
      does: { ko: '파드의 수(레플리카)를 바꿉니다.', en: 'Changes the number of Pods.' },
      options: [
        { flags: '--replicas', value: '5', does: { ko: '파드의 수', en: 'The number of Pods.' } },
      ],
      example: commandOf('kubectl', 'scale', '--replicas=5', 'deployment/apa000dep'),
      words: '스케일 개수 늘리기',
    },
    {
      name: 'kubectl autoscale',
      does: {
        ko: '부하에 따라 파드의 수를 자동으로 바꾸게 합니다.',
        en: 'Lets the number of Pods follow the load.',
      },
      options: [
        { flags: '--min', value: '1', does: { ko: '가장 적은 수', en: 'The fewest.' } },
        { flags: '--max', value: '5', does: { ko: '가장 많은 수', en: 'The most.' } },
      ],
      example: commandOf('kubectl', 'autoscale', 'deployment', 'apa000dep', '--min=1', '--max=5'),
      words: '자동 스케일',
    },
    {
      name: 'kubectl expose',
      does: { ko: '파드 앞에 서비스를 만듭니다.', en: 'Makes a Service in front of Pods.' },
      options: [
        { flags: '--port', value: '80', does: { ko: '서비스의 포트', en: "The Service's port." } },
        {
          flags: '--type',
          value: 'NodePort',
          does: { ko: '서비스의 종류', en: 'The kind of Service.' },
        },
      ],
      example: shellLine`kubectl expose deployment apa000dep --type=NodePort --port=80`,
      words: '공개 포트',
    },
    {
      name: 'kubectl diff',
      does: {
        ko: '매니페스트 파일과 지금 상태의 차이를 봅니다.',
        en: 'Shows how a manifest differs from what is there.',
      },
      options: [file],
      example: shellLine`kubectl diff -f kube_folder/apa000dep.yml`,
      words: '비교',
    },
  ],
};
