import type * as z from 'zod/mini';

import type { kubeConfig } from './forms';
import { machineAddresses } from '../../core/machine/own-address';

/** A cluster as kubectl's configuration has it. */
export type KubeCluster = NonNullable<z.output<typeof kubeConfig>['clusters']>[number];

// What these programs call the contexts and clusters that they make on the reader's own computer.
const names =
  /^(?:minikube|docker-desktop|docker-for-desktop|rancher-desktop|colima|orbstack|microk8s|kind|k3d)(?:[-:].*)?$/;

/**
 * Whether a cluster runs on this computer. The loopback address alone does not show it, because a tunnel to another
 * machine ends there too. The name or the mark of a program for local clusters has to show it as well.
 */
export function isLocal(context: string, server: string, { name, cluster }: KubeCluster): boolean {
  const host = new URL(server).hostname.replace(/^\[|\]$/g, '');
  if (host === 'kubernetes.docker.internal') return true;
  const byMinikube = (cluster?.extensions ?? []).some(
    ({ extension }) => extension?.provider === 'minikube.sigs.k8s.io',
  );
  if (isLoopback(host)) return byMinikube || names.test(context) || names.test(name);
  return (byMinikube && isPrivate(host)) || machineAddresses().all.includes(host);
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127\..*|::1|0\.0\.0\.0)$/.test(host);
}

function isPrivate(host: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host);
}
