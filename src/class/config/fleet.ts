/** The tags by which everything of a fleet of practice VMs is found, whatever became of a state. */
export const awsTags = { fleet: 'dkkb:class', student: 'dkkb:student' } as const;

/** What the practice VMs are, whoever makes them. */
export const practiceVm = {
  stack: 'practice-vm',
  /** The user of Ubuntu's images. */
  user: 'ubuntu',
  /** The addresses of a VPC of its own. */
  cidr: '10.77.0.0/20',
} as const;

/** What `cdktf deploy` makes stands apart from what the class commands make of the same configuration. */
export function cdktfFleet(className: string): string {
  return `${className}.cdktf`;
}
