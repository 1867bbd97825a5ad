import { Chart } from 'cdk8s';
import { KubeDeployment } from 'cdk8s-plus-28/lib/imports/k8s.js';
import type { Construct } from 'constructs';

import type { DeploymentProps } from '../src/kubernetes/model/manifests';
import { deploymentBody } from '../src/kubernetes/model/manifest-object';
import { validateDeployment } from './validate';

/** A Deployment as the book writes it, and nothing else. */
export class DeploymentChart extends Chart {
  constructor(
    scope: Construct,
    file: string,
    private readonly props: DeploymentProps,
  ) {
    super(scope, file);
    new KubeDeployment(this, 'deployment', deploymentBody(props));
    this.node.addValidation(this);
  }

  /** Every reason why these props make no valid Deployment. */
  validate(): string[] {
    return validateDeployment(this.props);
  }
}
