import { Chart } from 'cdk8s';
import { KubePod } from 'cdk8s-plus-28/lib/imports/k8s.js';
import type { Construct } from 'constructs';

import type { PodProps } from '../src/kubernetes/model/manifests';
import { podBody } from '../src/kubernetes/model/manifest-object';
import { validateName, validateTemplate } from './validate';

/** A Pod as the book writes it, and nothing else. */
export class PodChart extends Chart {
  constructor(
    scope: Construct,
    file: string,
    private readonly props: PodProps,
  ) {
    super(scope, file);
    new KubePod(this, 'pod', podBody(props));
    this.node.addValidation(this);
  }

  /** Every reason why these props make no valid Pod. */
  validate(): string[] {
    return [...validateName('name', this.props.name), ...validateTemplate(this.props)];
  }
}
