import { LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';

/** A stack that cannot be made: Terraform says the reason instead, and neither makes nor destroys anything. */
export interface Unready {
  readonly reason: string;
  /** The file of its state. */
  readonly state: string;
}

/** How many characters of a reason Terraform shows. */
const mostSaid = 2_000;

/** Stands in the place of a stack whose own needs are not met, so that the other stacks are made. */
export class UnreadyStack extends TerraformStack {
  constructor(scope: Construct, id: string, { reason, state }: Unready) {
    super(scope, id);
    new LocalBackend(this, { path: state });
    const why = new TerraformVariable(this, 'unready', { type: 'string', default: '' });
    // Unlike a precondition, it is checked before a destroy too, and no value of it is right.
    const condition = '${length(var.unready) < 0}';
    why.addValidation({ condition, errorMessage: plain(reason.slice(0, mostSaid)) });
  }

  /** Does nothing: no stack refers to another, so no reference has to be resolved ahead. */
  override prepareStack(): void {}
}

/** A text in which Terraform replaces nothing. */
const plain = (text: string) => text.replace(/[$%](?=\{)/g, '$&$&');
