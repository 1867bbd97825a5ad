// @circle all @needs aws
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { useAws, type Aws } from './aws';

let aws: Aws;
let folder: string;

beforeAll(async () => {
  aws = await useAws();
  folder = mkdtempSync(join(tmpdir(), 'dkkb-aws-'));
  const provider = { source: 'hashicorp/aws', version: '6.47.1' };
  const main = {
    terraform: { required_providers: { aws: provider } },
    data: {
      aws_ami: {
        ubuntu: {
          owners: ['099720109477'],
          most_recent: true,
          filter: [
            { name: 'name', values: ['ubuntu/images/hvm-ssd*/ubuntu-*-24.04-arm64-server-*'] },
          ],
        },
      },
    },
    resource: { aws_vpc: { class: { cidr_block: '10.0.0.0/16' } } },
    output: {
      vpc: { value: '${aws_vpc.class.id}' },
      architecture: { value: '${data.aws_ami.ubuntu.architecture}' },
    },
  };
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(main));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
});

function terraform(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('terraform', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...aws.env },
  });
  if (status !== 0) throw new Error(`terraform ${args.join(' ')}: ${stderr}`);
  return stdout;
}

it('lets the real provider make things in the local AWS API', () => {
  terraform('init', '-input=false');
  terraform('apply', '-auto-approve', '-input=false');
  expect(terraform('output', '-raw', 'vpc')).toMatch(/^vpc-[0-9a-f]+$/);
  expect(terraform('output', '-raw', 'architecture')).toBe('arm64');
  expect(terraform('plan', '-detailed-exitcode', '-input=false')).toContain('No changes');
  terraform('destroy', '-auto-approve', '-input=false');
});
