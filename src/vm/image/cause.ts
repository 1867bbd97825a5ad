const end = 'E: mmdebstrap failed to run';

/** The line of mmdebstrap's output that names the cause: its first error; else what it said last before it ended. */
export function causeIn(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== end);
  const last = lines.filter((line) => !line.startsWith('I: ')).at(-1);
  return lines.find((line) => line.startsWith('E: ')) ?? last ?? '';
}
