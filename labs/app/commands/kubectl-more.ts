import { commandOf, shellLine } from '../../../src/core/shell/command';
import type { CommandGroup } from './entry';

/** What kubectl asks and does inside Pods and of the cluster, and Minikube. */
export const kubectlMore: CommandGroup = {
  id: 'cluster',
  title: { ko: '파드 안과 클러스터', en: 'Inside Pods, and the cluster' },
  entries: [
    {
      name: 'kubectl exec',
      does: {
        ko: '파드 안에서 명령을 실행합니다. 명령 앞에 `--`를 씁니다.',
        en: 'Runs a command inside a Pod; `--` stands before the command.',
      },
      options: [
        {
          flags: '-i, --stdin',
          does: { ko: '키보드 입력을 전달합니다.', en: 'Hands over input.' },
        },
        { flags: '-t, --tty', does: { ko: '터미널을 연결합니다.', en: 'Gives it a terminal.' } },
      ],
      example: shellLine`kubectl exec -it apa000pod -- bash`,
      changed: {
        ko: '`--` 없이 명령을 쓰면 예전에는 경고만 나왔지만, 요즘 kubectl(1.32에서 확인)에서는 오류가 나고 실행되지 않습니다.',
        en: 'A command without `--` was deprecated once; kubectl of today (seen with 1.32) refuses it.',
      },
      words: '접속 들어가기',
    },
    {
      name: 'kubectl logs',
      does: { ko: '파드의 로그를 봅니다.', en: 'Shows what a Pod has printed.' },
      options: [
        {
          flags: '-f, --follow',
          does: { ko: '새 로그를 계속 봅니다.', en: 'Goes on with what is next.' },
        },
      ],
      example: commandOf('kubectl', 'logs', 'apa000pod'),
      words: '오류 에러',
    },
    {
      name: 'kubectl attach',
      does: {
        ko: '실행 중인 컨테이너의 입출력에 연결합니다.',
        en: 'Connects to the input and output of a running container.',
      },
      example: commandOf('kubectl', 'attach', 'apa000pod'),
      words: '접속',
    },
    {
      name: 'kubectl cp',
      does: {
        ko: '파드와 이 컴퓨터 사이에서 파일을 복사합니다.',
        en: 'Copies files between a Pod and this computer.',
      },
      example: shellLine`kubectl cp index.html apa000pod:/usr/local/apache2/htdocs/`,
      words: '복사 copy',
    },
    {
      name: 'kubectl rollout status',
      does: {
        ko: '디플로이먼트의 업데이트가 끝났는지 봅니다.',
        en: 'Shows whether the change of a Deployment is done.',
      },
      example: commandOf('kubectl', 'rollout', 'status', 'deployment/apa000dep'),
      words: '상태 롤아웃 롤링',
    },
    {
      name: 'kubectl rollout undo',
      does: {
        ko: '디플로이먼트를 이전 상태로 되돌립니다.',
        en: 'Takes a Deployment back to what it was before.',
      },
      example: commandOf('kubectl', 'rollout', 'undo', 'deployment/apa000dep'),
      words: '되돌리기 롤백 rollback',
    },
    {
      name: 'kubectl top pod',
      does: {
        ko: '파드가 쓰는 CPU와 메모리를 봅니다. metrics-server가 있어야 합니다.',
        en: 'Shows processor and memory of Pods; needs metrics-server.',
      },
      example: commandOf('kubectl', 'top', 'pod'),
    },
    {
      name: 'kubectl cluster-info',
      does: { ko: '클러스터의 주소를 봅니다.', en: "Shows the cluster's address." },
      example: commandOf('kubectl', 'cluster-info'),
      words: '정보 상태',
    },
    {
      name: 'kubectl config use-context',
      does: {
        ko: '쓸 클러스터(컨텍스트)를 바꿉니다.',
        en: 'Changes which cluster is used (the context).',
      },
      example: commandOf('kubectl', 'config', 'use-context', 'minikube'),
      words: '컨텍스트 선택',
    },
    {
      name: 'minikube start',
      does: { ko: 'Minikube 클러스터를 시작합니다.', en: "Starts Minikube's cluster." },
      options: [
        {
          flags: '--driver',
          value: 'docker',
          does: { ko: '클러스터를 실행할 곳', en: 'Where the cluster runs.' },
        },
      ],
      example: commandOf('minikube', 'start', '--driver=docker'),
      changed: {
        ko: '`--vm-driver` 옵션은 이제 `--driver`입니다. 설치에 쓰던 `apt.kubernetes.io`는 2024년에 없어졌고 지금은 `pkgs.k8s.io`입니다.',
        en: 'The option `--vm-driver` is `--driver` now. `apt.kubernetes.io`, used for installing, is gone since 2024; it is `pkgs.k8s.io` now.',
      },
      words: '미니큐브 설치 apt.kubernetes.io',
    },
    {
      name: 'minikube stop',
      does: { ko: 'Minikube 클러스터를 멈춥니다.', en: "Stops Minikube's cluster." },
      example: commandOf('minikube', 'stop'),
      words: '미니큐브 정지',
    },
    {
      name: 'minikube delete',
      does: {
        ko: 'Minikube 클러스터를 삭제합니다. 안에 있는 것도 사라집니다.',
        en: "Deletes Minikube's cluster with all that is in it.",
      },
      example: commandOf('minikube', 'delete'),
      words: '미니큐브 지우기',
    },
    {
      name: 'minikube service',
      does: {
        ko: '서비스의 주소를 브라우저로 엽니다.',
        en: 'Opens the address of a Service in the browser.',
      },
      example: commandOf('minikube', 'service', 'apa000ser'),
      words: '미니큐브 주소',
    },
  ],
};
