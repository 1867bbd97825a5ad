/** The state of WSL on a machine. */
export type WslState =
  | { readonly is: 'missing' }
  /** It came with Windows, and tells no version. */
  | { readonly is: 'old' }
  | { readonly is: 'there'; readonly version: string; readonly kernel: string };

/** A Linux distribution in WSL. */
export interface Distribution {
  readonly name: string;
  readonly version: 1 | 2;
  readonly isDefault: boolean;
}

/** What `wsl --version` tells, whatever its language: the first number is that of WSL, the second that of its kernel. */
export function wslIn(code: number, said: string): WslState {
  const text = narrow(said);
  const [version, kernel] = text.match(/\d{1,6}(?:\.\d{1,6}){2,3}(?:-\d{1,6})?/g) ?? [];
  if (code === 0 && version && kernel) return { is: 'there', version, kernel };
  // Where only the stub is there, it names the command that installs WSL.
  return /--install\b/.test(text) && !/--list\b/.test(text) ? { is: 'missing' } : { is: 'old' };
}

/** The distributions that `wsl --list --verbose` tells, whatever its language: the word between name and version is the state. */
export function distributionsIn(said: string): Distribution[] {
  return narrow(said)
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, star, name, version] =
        /^([* ]) ([a-z0-9][\w.-]{0,99}) [^\n]{0,200}\s([12])\s*$/i.exec(line.trimEnd()) ?? [];
      return name ? [{ name, version: version === '1' ? 1 : 2, isDefault: star === '*' }] : [];
    })
    .slice(0, 100) as Distribution[];
}

/** Text of WSL as letters: it writes UTF-16 into a pipe, which read as bytes has a zero between its letters. */
function narrow(said: string): string {
  return said.replaceAll('\0', '').replace(/^(?:\uFEFF|\uFFFD{2})/, '');
}
