import { isApplied } from '../../src/kubernetes/checks/cluster-object';
import { manifestSays } from '../../src/kubernetes/checks/manifest';
import { podIsReady } from '../../src/kubernetes/checks/rollout';
import { pod } from '../../src/kubernetes/model/manifests';
import { writeAndApply } from '../shared/manifest-task';
import type { KubernetesLab } from '../../src/kubernetes/lab';

/** 8-05 (1): a Pod from a file. */
export const podLab: KubernetesLab = {
  id: 'ch08-pod',
  section: '8-05',
  title: { ko: '매니페스트로 파드 만들기', en: 'A Pod from a manifest' },
  platform: 'kubernetes',
  task: writeAndApply(pod),
  hint: {
    ko: '들여쓰기는 탭이 아니라 빈칸으로 합니다. `apiVersion`, `kind`, `metadata`, `spec`이 맨 바깥에 오고, `containers` 아래 첫 줄은 `- `로 시작합니다.',
    en: 'Indent with spaces, not tabs. `apiVersion`, `kind`, `metadata` and `spec` stand at the top level, and the first line under `containers` begins with `- `.',
  },
  setup: [],
  solution: [pod],
  checks: [manifestSays(pod, true), isApplied(pod), podIsReady(pod)],
};
