/** `dkkb watch ID`. */
export async function watch(_id: string, _options: { output?: string }): Promise<number> {
  return 3;
}
