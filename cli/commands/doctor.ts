/** `dkkb doctor`. */
export async function doctor(_options: { output?: string }): Promise<number> {
  return 3;
}
