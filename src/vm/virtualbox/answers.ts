/** A VM as `VBoxManage list vms` names it. */
export interface ListedVm {
  readonly name: string;
  readonly id: string;
}

const most = 1_000;

/** The VMs in the answer to `list vms`: a line `"NAME" {UUID}` for each. */
export function readList(answer: string): readonly ListedVm[] {
  return answer
    .split(/\r?\n/)
    .slice(0, most)
    .flatMap((line) => {
      const [, name = '', id = ''] = /^"(.{0,500})" \{([\da-f-]{36})\}$/.exec(line.trimEnd()) ?? [];
      return id ? [{ name, id }] : [];
    });
}

/** The fields of `showvminfo --machinereadable`: `NAME="VALUE"`, `NAME=VALUE` or `"NAME"="VALUE"` on each line. */
export function readFields(answer: string): ReadonlyMap<string, string> {
  const fields = answer
    .split(/\r?\n/)
    .slice(0, most)
    .map((line) => /^"?([^"=]{1,100})"?=(.{0,4000})$/.exec(line))
    .flatMap((found) => (found ? [[found[1] ?? '', unquoted(found[2] ?? '')] as const] : []));
  return new Map(fields);
}

function unquoted(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1) : value;
}

/** Whether a VM of that state holds its disk: also while it starts, is paused or is saved in part. */
export function isOn(state: string): boolean {
  return !['poweroff', 'aborted', 'aborted-saved', 'saved', ''].includes(state);
}

/** The version at the beginning of the answer to `--version`, such as `7.0.20r163906`; warnings may come before it. */
export function readVersion(answer: string): { major: number; minor: number } | undefined {
  const [, major, minor] = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}/m.exec(answer) ?? [];
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}
