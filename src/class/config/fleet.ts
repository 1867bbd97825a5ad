/** The tags by which everything of a fleet of practice VMs is found, also when Terraform's state is lost. */
export const awsTags = {
  fleet: 'dkkb:class',
  student: 'dkkb:student',
  /** Who made it. */
  owner: 'dkkb:owner',
  /** What a VM was made with; settings of a later configuration do not change it. */
  hours: 'dkkb:hours',
  disk: 'dkkb:disk',
  ubuntu: 'dkkb:ubuntu',
  /** The fingerprints of the student's and the instructor's keys. */
  keys: 'dkkb:keys',
  /** When a VM whose deadline was moved powers itself off. */
  until: 'dkkb:until',
} as const;

/** The settings of practice VMs that are always the same. */
export const practiceVm = {
  stack: 'practice-vm',
  /** The user of Ubuntu's images. */
  user: 'ubuntu',
  /** The addresses of a VPC that the class makes. */
  cidr: '10.77.0.0/20',
} as const;

const cdktfSuffix = '.cdktf';

/** The fleet that `cdktf deploy` makes; it is not that of the class commands, also with the same configuration. */
export function cdktfFleet(className: string): string {
  return `${className}${cdktfSuffix}`;
}

/** Whether `cdktf deploy` made a fleet. */
export function isCdktfFleet(fleet: string): boolean {
  return fleet.endsWith(cdktfSuffix);
}

/** The name of a student's VM and key pair. */
export function nameOfStudents(fleet: string, student: string): string {
  return `dkkb-${fleet}-${student}`;
}
