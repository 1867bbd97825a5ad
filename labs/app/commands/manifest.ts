import type { CommandGroup, FromLab } from './entry';

const ofDeployment = (begins: string): FromLab => ({ lab: 'ch08-deployment', begins });
const ofService = (begins: string): FromLab => ({ lab: 'ch08-service', begins });

/** The names in a manifest of Kubernetes. */
export const manifestNames: CommandGroup = {
  id: 'manifest',
  title: { ko: '매니페스트 파일에 쓰는 항목', en: 'Names in a manifest' },
  entries: [
    {
      name: 'apiVersion:',
      does: {
        ko: 'API의 버전. 파드와 서비스는 v1, 디플로이먼트는 apps/v1입니다.',
        en: 'The version of the API: v1 for Pods and Services, apps/v1 for Deployments.',
      },
      example: ofDeployment('apiVersion:'),
      changed: {
        ko: '옛 자료의 `extensions/v1beta1`은 쿠버네티스 1.16에서 없어졌습니다.',
        en: '`extensions/v1beta1` of older texts is gone since Kubernetes 1.16.',
      },
    },
    {
      name: 'kind:',
      does: { ko: '만들 것의 종류', en: 'What is made.' },
      example: ofDeployment('kind:'),
    },
    {
      name: 'metadata:',
      does: { ko: '이름과 레이블', en: 'Its name and labels.' },
      example: ofDeployment('metadata:'),
      words: '라벨',
    },
    {
      name: 'replicas:',
      does: { ko: '파드의 수', en: 'The number of Pods.' },
      example: ofDeployment('replicas:'),
      words: '레플리카 개수',
    },
    {
      name: 'selector:',
      does: { ko: '어느 레이블의 파드를 관리하는지', en: 'The label of the Pods that it manages.' },
      example: ofDeployment('selector:'),
      words: '라벨 셀렉터',
    },
    {
      name: 'containers:',
      does: {
        ko: '파드 안의 컨테이너: 이름, 이미지, 포트',
        en: 'The containers of a Pod: name, image, ports.',
      },
      example: ofDeployment('containers:'),
    },
    {
      name: 'type:',
      does: { ko: '서비스의 종류', en: 'The kind of Service.' },
      example: ofService('type:'),
      words: 'NodePort',
    },
    {
      name: 'ports:',
      does: {
        ko: '서비스의 포트: port는 서비스, targetPort는 컨테이너, nodePort는 노드의 포트입니다.',
        en: "A Service's ports: port is its own, targetPort the container's, nodePort the node's.",
      },
      example: ofService('ports:'),
      words: 'nodePort targetPort',
    },
  ],
};
