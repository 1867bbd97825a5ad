import { Chart } from 'cdk8s';
import { IntOrString, KubeService } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';

import type { ServiceProps } from '../labs/kube';
import { validateService } from './validate';

/** A Service of type NodePort as the book writes it, and nothing besides. */
export class ServiceChart extends Chart {
  constructor(
    scope: Construct,
    file: string,
    private readonly props: ServiceProps,
  ) {
    super(scope, file);
    const { name, app, port, targetPort, nodePort } = props;
    new KubeService(this, 'service', {
      metadata: { name },
      spec: {
        type: 'NodePort',
        ports: [
          { port, targetPort: IntOrString.fromNumber(targetPort), protocol: 'TCP', nodePort },
        ],
        selector: { app },
      },
    });
    this.node.addValidation(this);
  }

  /** Every reason why these props make no valid Service of type NodePort. */
  validate(): string[] {
    return validateService(this.props);
  }
}
