import which from 'which';

/** Whether a program is on the PATH. Only Windows has to be asked so: elsewhere the start of a program tells it. */
export async function isOnPath(program: string): Promise<boolean> {
  return (await which(program, { nothrow: true })) !== null;
}
