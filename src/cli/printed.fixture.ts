/** What is printed to standard output while something runs. */
export function printedBy(run: () => unknown): string {
  const texts: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    texts.push(String(text));
    return true;
  });
  try {
    run();
  } finally {
    write.mockRestore();
  }
  return texts.join('');
}
