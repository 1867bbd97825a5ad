import { question, readReport, type VmReport } from '../../core/practice-report';

/** What a machine tells of where it runs and what it is. */
export interface Ec2Facts {
  readonly isEc2: boolean;
  /** The type of the instance, such as `t3.medium`; empty where the machine does not tell it. */
  readonly type: string;
  /** What made the machine, where it is no EC2: `QEMU`. */
  readonly vendor: string;
  /** The distribution: `ubuntu`, `debian`. */
  readonly id: string;
  /** As it names itself: `Ubuntu 24.04.3 LTS`. */
  readonly name: string;
}

const names = ['sys_vendor', 'board_vendor', 'bios_version', 'product_name'] as const;

/** What a machine is asked, as a line for its shell: one line for each fact, then who it is. */
export const factsQuestion = [
  ...names.map((name) => `echo "${name}=$(head -c 200 /sys/class/dmi/id/${name} 2>/dev/null)"`),
  'echo "xen=$(head -c 40 /sys/hypervisor/uuid 2>/dev/null)"',
  'head -c 4000 /etc/os-release 2>/dev/null',
  'true',
].join('; ');

const mostLines = 100;

/** Reads a machine's answer to the question. */
export function readFacts(answer: string): Ec2Facts {
  const lines = answer.split(/\r?\n/).slice(0, mostLines);
  const fields = new Map(
    lines.map((line) => {
      const [name = '', ...rest] = line.split('=');
      return [name, unquoted(rest.join('=').trim().slice(0, 200))] as const;
    }),
  );
  const of = (name: string) => fields.get(name) ?? '';
  const vendors = [of('sys_vendor'), of('board_vendor')];
  // Older types run on Xen, which names Amazon in the version of its BIOS only.
  const isEc2 =
    vendors.includes('Amazon EC2') ||
    /\.amazon$/.test(of('bios_version')) ||
    /^ec2/i.test(of('xen'));
  return {
    isEc2,
    type: /^[a-z][a-z0-9-]{1,20}\.[a-z0-9-]{2,20}$/.exec(of('product_name'))?.[0] ?? '',
    vendor: vendors.find((vendor) => vendor !== '') ?? '',
    id: of('ID'),
    name: of('PRETTY_NAME') || of('ID'),
  };
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** How far the practice machine of dkkb is on a VM. */
export type Practice =
  | { readonly state: 'none' }
  | { readonly state: 'ready' | 'busy' | 'failed' | 'interrupted'; readonly report: VmReport };

/** What a VM is asked of its practice machine, as a line for its shell. */
export const practiceQuestion = question;

/** Reads a VM's answer; a VM that was made by hand has no practice machine of dkkb. */
export function readPractice(answer: string, stderr: string): Practice {
  const report = readReport(answer, stderr);
  if (report.ready) return { state: 'ready', report };
  if (report.failed.length > 0 && !report.isBusy) return { state: 'failed', report };
  if (report.steps.length === 0 && report.left === undefined) return { state: 'none' };
  return { state: report.isBusy ? 'busy' : 'interrupted', report };
}
