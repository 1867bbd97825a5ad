let handler: (() => void) | undefined;

/** What Ctrl-C does from now on, in place of ending the command as interrupted. */
export function onInterrupt(act: () => void): void {
  handler = act;
}

/** Does what a command wants done on Ctrl-C; false where none has a wish. */
export function interrupted(): boolean {
  handler?.();
  return handler !== undefined;
}
