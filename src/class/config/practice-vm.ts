import type { ClassConfig } from './load';

/** Everything that a fleet of practice VMs is made from. */
export interface PracticeVmProps extends Pick<
  ClassConfig,
  'region' | 'instanceType' | 'disk' | 'ubuntu' | 'hours' | 'ports' | 'spot' | 'tags' | 'mirror'
> {
  /** The name with which everything is tagged. */
  readonly fleet: string;
  /** A subnet that exists; without one, a VPC is made. */
  readonly subnet?: string | undefined;
  /** The addresses that may connect; without them, Terraform asks for one. */
  readonly allow?: readonly string[] | undefined;
  /** The public key of each student, by id. */
  readonly students: Readonly<Record<string, string>>;
  readonly instructorKey: string;
  /** The folder of the private keys. */
  readonly keyFolder: string;
  /** The file of Terraform's state. */
  readonly state: string;
}

/** The name of the instructor's key; no student's id has a dot. */
export const instructor = '.instructor';

/** The processor of an instance type: the names of Graviton's types have a `g` after their generation. */
export function architectureOf(instanceType: string): 'arm64' | 'x86_64' {
  return /^(?:a1|[a-z]+\d+[a-fh-z]*g[a-z]*)\./.test(instanceType) ? 'arm64' : 'x86_64';
}

/** The publisher of Ubuntu, by its account. */
const canonical = '099720109477';

/** What the machine image of a class is found by. */
export function ubuntuImage({
  instanceType,
  ubuntu,
}: Pick<ClassConfig, 'instanceType' | 'ubuntu'>): {
  readonly owner: string;
  readonly name: string;
  readonly architecture: 'arm64' | 'x86_64';
} {
  const architecture = architectureOf(instanceType);
  const suffix = architecture === 'arm64' ? 'arm64' : 'amd64';
  const name = `ubuntu/images/hvm-ssd*/ubuntu-*-${ubuntu}-${suffix}-server-*`;
  return { owner: canonical, name, architecture };
}
