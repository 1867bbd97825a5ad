import { parseJson } from '../../core/answers/json';

/** What Windows tells of itself and of the machine. */
export interface MachineFacts {
  /** `Microsoft Windows 11 Home`. */
  readonly edition: string;
  readonly build: number;
  /** In GiB. */
  readonly memory: number;
  /** Whether the processor's virtualization is on: switched on in the firmware, or used by a hypervisor already. */
  readonly virtualization: boolean;
}

/** The state of WSL on a machine. */
export type WslState =
  | { readonly is: 'missing' }
  /** It came with Windows, and tells no version. */
  | { readonly is: 'old' }
  | { readonly is: 'there'; readonly version: string; readonly kernel: string };

/** The script for PowerShell that tells the facts of a machine as JSON. */
export const machineScript = [
  '$o=Get-CimInstance Win32_OperatingSystem',
  '$c=Get-CimInstance Win32_ComputerSystem',
  '$p=Get-CimInstance Win32_Processor|Select-Object -First 1',
  'ConvertTo-Json -Compress @{edition=$o.Caption;build=[int]$o.BuildNumber;memory=$c.TotalPhysicalMemory;hypervisor=$c.HypervisorPresent;firmware=$p.VirtualizationFirmwareEnabled}',
].join(';');

/** The facts in the answer to that script; undefined where it is another one. */
export function machineIn(answer: string): MachineFacts | undefined {
  try {
    const said = parseJson(answer) as Record<string, unknown>;
    const { edition, build, memory, hypervisor, firmware } = said;
    if (typeof edition !== 'string' || typeof build !== 'number' || typeof memory !== 'number')
      return undefined;
    return {
      edition: edition.trim(),
      build,
      memory: memory / 2 ** 30,
      // With a hypervisor, Windows no longer tells what the firmware says.
      virtualization: hypervisor === true || firmware === true,
    };
  } catch {
    return undefined;
  }
}

/** What `wsl --version` tells, whatever its language: the first number is that of WSL, the second that of its kernel. */
export function wslIn(code: number, said: string): WslState {
  // WSL writes UTF-16 into a pipe: read as bytes, its letters have a zero between them.
  const text = said.replaceAll('\0', '');
  const [version, kernel] = text.match(/\d{1,6}(?:\.\d{1,6}){2,3}(?:-\d{1,6})?/g) ?? [];
  if (code === 0 && version && kernel) return { is: 'there', version, kernel };
  // Where only the stub is there, it names the command that installs WSL.
  return /--install\b/.test(text) && !/--list\b/.test(text) ? { is: 'missing' } : { is: 'old' };
}
