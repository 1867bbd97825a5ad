/** What a command prints. */
export function printedBy(run: () => unknown): string {
  const output = listen();
  try {
    run();
  } finally {
    output.end();
  }
  return output.text();
}

/** What a command prints until it has ended. */
export async function printedUntilEnd(run: () => Promise<unknown>): Promise<string> {
  const output = listen();
  try {
    await run();
  } finally {
    output.end();
  }
  return output.text();
}

function listen() {
  const texts: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    texts.push(String(text));
    return true;
  });
  return {
    text: () => texts.join(''),
    end: () => {
      write.mockRestore();
    },
  };
}
