import { answerTime } from '../core/answers/question';
import { run } from '../core/machine/process';

/** The version of Terraform; throws `program-missing`. */
export async function terraformVersion(): Promise<string> {
  const { stdout } = await run('terraform', ['version', '-json'], {
    env: { CHECKPOINT_DISABLE: '1' },
    timeout: answerTime,
  });
  return (JSON.parse(stdout) as { terraform_version: string }).terraform_version;
}

/** The version of kubectl; throws `program-missing`. */
export async function kubectlVersion(): Promise<string> {
  const { stdout } = await run('kubectl', ['version', '--client', '-o', 'json'], {
    timeout: answerTime,
  });
  return (JSON.parse(stdout) as { clientVersion: { gitVersion: string } }).clientVersion.gitVersion;
}
