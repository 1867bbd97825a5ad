let open = false;

/** Notes that a question is no longer waited for, and that its connection may stay open. */
export function leaveOpen(): void {
  open = true;
}

/** Ends the process once all it said is written, where a connection would keep it alive. */
export function endWhenWritten(code: number): void {
  if (!open) return;
  const end = () => {
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit(code);
  };
  setInterval(end, 100);
}
