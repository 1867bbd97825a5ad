// Loaded into a program with `node --import`: stops it (SIGSTOP) right after it prints a word on standard error.
const pattern = new RegExp(process.env.HALT_AT);
const { stderr } = process;
const write = stderr.write.bind(stderr);
let said = '';
stderr.write = (chunk, ...rest) => {
  const isWritten = write(chunk, ...rest);
  said += String(chunk);
  if (pattern.test(said)) {
    stderr.write = write;
    process.kill(process.pid, 'SIGSTOP');
  }
  return isWritten;
};
