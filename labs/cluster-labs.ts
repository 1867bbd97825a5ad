import { clusterLab } from './ch08/cluster';
import { deleteLab } from './ch08/delete';
import { deploymentLab } from './ch08/deployment';
import { nginxLab } from './ch08/nginx';
import { podLab } from './ch08/pod';
import { scaleLab } from './ch08/scale';
import { selfHealLab } from './ch08/self-heal';
import { serviceLab } from './ch08/service';
import type { KubernetesLab } from '../src/kubernetes/lab';
import type { ClusterProbe } from './lab';

/** The labs of the chapters that need a cluster, in the order of the book. */
export const labs: readonly (KubernetesLab | ClusterProbe)[] = [
  clusterLab,
  podLab,
  deploymentLab,
  serviceLab,
  scaleLab,
  nginxLab,
  selfHealLab,
  deleteLab,
];
