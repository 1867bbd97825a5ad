import type { PodTemplateSpec } from 'cdk8s-plus-28/lib/imports/k8s';

import type { PodTemplateProps } from '../labs/kube';

/** The labels and the one container that a Pod and a Deployment's template share. */
export function podTemplate({ app, containerName, image, containerPort }: PodTemplateProps) {
  return {
    metadata: { labels: { app } },
    spec: { containers: [{ name: containerName, image, ports: [{ containerPort }] }] },
  } satisfies PodTemplateSpec;
}
