import { V1Container } from '@kubernetes/client-node/dist/gen/models/V1Container.js';
import { V1ContainerPort } from '@kubernetes/client-node/dist/gen/models/V1ContainerPort.js';
import { V1Deployment } from '@kubernetes/client-node/dist/gen/models/V1Deployment.js';
import { V1DeploymentSpec } from '@kubernetes/client-node/dist/gen/models/V1DeploymentSpec.js';
import { V1DeploymentStrategy } from '@kubernetes/client-node/dist/gen/models/V1DeploymentStrategy.js';
import { V1EnvVar } from '@kubernetes/client-node/dist/gen/models/V1EnvVar.js';
import { V1LabelSelector } from '@kubernetes/client-node/dist/gen/models/V1LabelSelector.js';
import { V1LocalObjectReference } from '@kubernetes/client-node/dist/gen/models/V1LocalObjectReference.js';
import { V1ObjectMeta } from '@kubernetes/client-node/dist/gen/models/V1ObjectMeta.js';
import { V1Pod } from '@kubernetes/client-node/dist/gen/models/V1Pod.js';
import { V1PodSpec } from '@kubernetes/client-node/dist/gen/models/V1PodSpec.js';
import { V1PodTemplateSpec } from '@kubernetes/client-node/dist/gen/models/V1PodTemplateSpec.js';
import { V1ResourceRequirements } from '@kubernetes/client-node/dist/gen/models/V1ResourceRequirements.js';
import { V1Service } from '@kubernetes/client-node/dist/gen/models/V1Service.js';
import { V1ServicePort } from '@kubernetes/client-node/dist/gen/models/V1ServicePort.js';
import { V1ServiceSpec } from '@kubernetes/client-node/dist/gen/models/V1ServiceSpec.js';
import { V1VolumeMount } from '@kubernetes/client-node/dist/gen/models/V1VolumeMount.js';
import type { Steps } from '../../core/repair/parts';
import type { Manifest } from './manifests';

/** The types of Kubernetes' own OpenAPI that a beginner's file touches, from its client. */
const types = {
  V1Container,
  V1ContainerPort,
  V1Deployment,
  V1DeploymentSpec,
  V1DeploymentStrategy,
  V1EnvVar,
  V1LabelSelector,
  V1LocalObjectReference,
  V1ObjectMeta,
  V1Pod,
  V1PodSpec,
  V1PodTemplateSpec,
  V1ResourceRequirements,
  V1Service,
  V1ServicePort,
  V1ServiceSpec,
  V1VolumeMount,
};

const fields = new Map(
  Object.entries(types).map(([name, { attributeTypeMap }]) => [
    name,
    new Map(attributeTypeMap.map(({ baseName, type }) => [baseName, type])),
  ]),
);

const names = new Map([...fields].map(([type, known]) => [type, new Set(known.keys())]));

/** The names of the fields that an object may have under a path; undefined where any name may stand. */
export function fieldsOf(kind: Manifest['kind'], path: Steps): ReadonlySet<string> | undefined {
  let type = `V1${kind}`;
  for (const step of path) {
    type =
      typeof step === 'number'
        ? (/^Array<(.*)>$/.exec(type)?.[1] ?? '')
        : (/^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1] ?? fields.get(type)?.get(step) ?? '');
  }
  return names.get(type);
}
