import { answerTime } from '../core/answers/question';
import { run } from '../core/machine/process';

/** The version of Terraform; throws `program-missing`. */
export async function terraformVersion(): Promise<string> {
  const said = await outputOf('terraform', 'version', '-json');
  return (JSON.parse(said) as { terraform_version: string }).terraform_version;
}

/** The version of kubectl; throws `program-missing`. */
export async function kubectlVersion(): Promise<string> {
  const said = await outputOf('kubectl', 'version', '--client', '-o', 'json');
  return (JSON.parse(said) as { clientVersion: { gitVersion: string } }).clientVersion.gitVersion;
}

async function outputOf(program: string, ...args: string[]): Promise<string> {
  const options = { env: { CHECKPOINT_DISABLE: '1' }, timeout: answerTime };
  return (await run(program, args, options)).stdout;
}
