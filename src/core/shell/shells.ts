/** The shells in which readers type: `bash` stands for every POSIX shell, `powershell` for 5.1 and 7. */
export const shells = ['bash', 'powershell', 'cmd', 'git-bash'] as const;
export type Shell = (typeof shells)[number];

/** Whether a word names a shell. */
export function isShell(word: string): word is Shell {
  return (shells as readonly string[]).includes(word);
}
