import { Chart } from 'cdk8s';
import { IntOrString, KubeService } from 'cdk8s-plus-28/lib/imports/k8s.js';
import type { Construct } from 'constructs';

import type { ServiceProps } from '../src/kubernetes/model/manifests';
import { serviceBody } from '../src/kubernetes/model/manifest-object';
import { validateService } from './validate';

/** A Service of type NodePort as the book writes it, and nothing else. */
export class ServiceChart extends Chart {
  constructor(
    scope: Construct,
    file: string,
    private readonly props: ServiceProps,
  ) {
    super(scope, file);
    const { metadata, spec } = serviceBody(props);
    const ports = spec.ports.map((port) => ({
      ...port,
      targetPort: IntOrString.fromNumber(port.targetPort),
    }));
    new KubeService(this, 'service', { metadata, spec: { ...spec, ports } });
    this.node.addValidation(this);
  }

  /** Every reason why these props make no valid Service of type NodePort. */
  validate(): string[] {
    return validateService(this.props);
  }
}
