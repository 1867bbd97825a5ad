/** The tags by which everything of a fleet of practice VMs is found, also when Terraform's state is lost. */
export const awsTags = { fleet: 'dkkb:class', student: 'dkkb:student' } as const;

/** The settings of practice VMs that are always the same. */
export const practiceVm = {
  stack: 'practice-vm',
  /** The user of Ubuntu's images. */
  user: 'ubuntu',
  /** The addresses of a VPC that the class makes. */
  cidr: '10.77.0.0/20',
} as const;

/** The fleet that `cdktf deploy` makes; it is not that of the class commands, also with the same configuration. */
export function cdktfFleet(className: string): string {
  return `${className}.cdktf`;
}
