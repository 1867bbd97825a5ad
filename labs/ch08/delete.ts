import { isGone } from '../../src/kubernetes/checks/gone';
import { deployment, service } from '../../src/kubernetes/model/manifests';
import { manifestPath, objectName } from '../../src/kubernetes/model/manifest-files';
import type { KubernetesLab } from '../../src/kubernetes/lab';

const setup = [deployment, service];

/** 8-07: everything is deleted again. */
export const deleteLab: KubernetesLab = {
  id: 'ch08-delete',
  section: '8-07',
  title: { ko: '디플로이먼트와 서비스 삭제하기', en: 'Delete the Deployment and the Service' },
  platform: 'kubernetes',
  task: setup.map((manifest) => ({
    ko: `\`${objectName(manifest)}\` 오브젝트를 삭제합니다: \`kubectl delete -f ${manifestPath(manifest)}\``,
    en: `Delete \`${objectName(manifest)}\`: \`kubectl delete -f ${manifestPath(manifest)}\``,
  })),
  hint: {
    ko: '파드만 지우면 디플로이먼트가 다시 만듭니다. 디플로이먼트를 지우면 파드도 없어집니다.',
    en: 'Pods alone come back, made by their Deployment; they go with it.',
  },
  setup,
  solution: [],
  checks: setup.map(isGone),
};
