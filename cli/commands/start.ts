/** `dkkb start`. */
export async function start(): Promise<number> {
  return 3;
}
