import { fingerprintOf } from './fingerprint';
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
  /** What each student's VM is made with, by the student's id. */
  readonly students: Readonly<Record<string, StudentVmProps>>;
  /** The public key of each student, by the same ids. */
  readonly publicKeys: Readonly<Record<string, string>>;
  /** Who makes it; a tag of everything. */
  readonly owner?: string | undefined;
  readonly instructorKey: string;
  /** The folder of the private keys. */
  readonly keyFolder: string;
  /** The file of Terraform's state. */
  readonly state: string;
}

/** What a student's VM is made with; its tags say so. */
export interface StudentVmProps {
  readonly hours: number;
  readonly disk: number;
  readonly ubuntu: string;
  /** The fingerprints of the student's and the instructor's keys. */
  readonly keys: string;
}

/** What a student's VM is made with by a configuration, for these keys. */
export function studentVm(
  { hours, disk, ubuntu }: Pick<ClassConfig, 'hours' | 'disk' | 'ubuntu'>,
  publicKey: string,
  instructorKey: string,
): StudentVmProps {
  const keys = `${fingerprintOf(publicKey)} ${fingerprintOf(instructorKey)}`;
  return { hours, disk, ubuntu, keys };
}

/** The VMs and the keys of students, from their public keys. */
export function studentVms(
  config: Parameters<typeof studentVm>[0],
  publicKeys: Readonly<Record<string, string>>,
  instructorKey: string,
): Pick<PracticeVmProps, 'students' | 'publicKeys'> {
  const vms = Object.entries(publicKeys).map(([id, key]) => [
    id,
    studentVm(config, key, instructorKey),
  ]);
  return { publicKeys, students: Object.fromEntries(vms) as PracticeVmProps['students'] };
}

/** The ports on which VMs are reached: that of SSH, and those that the configuration opens. */
export function openPorts({ ports }: Pick<ClassConfig, 'ports'>): string[] {
  return ['22', ...ports.map((range) => range.replace(/^(\d+)-\1$/, '$1'))];
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
