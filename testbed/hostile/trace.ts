/** What programs did, as `strace` reports it: each path, program and address once. */
export interface Traced {
  /** Files that were made, changed, moved or removed, and sockets that were opened. */
  readonly wrote: readonly string[];
  readonly read: readonly string[];
  readonly ran: readonly string[];
  /** The sockets that were reached: a path, or `ADDRESS:PORT`. */
  readonly reached: readonly string[];
}

const failed = /\) += -1 (?!EINPROGRESS)/;

/** Reads the output of `strace -ff`, one text for each thread. */
export function readTrace(texts: readonly string[]): Traced {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => !failed.test(line));
  const of = (pick: (line: string) => readonly (string | undefined)[]) =>
    [...new Set(lines.flatMap(pick))].filter((found) => found !== undefined).sort();
  return {
    wrote: of((line) => (isOpening(line) && !isWriting(line) ? [] : changedBy(line))),
    read: of((line) => (isOpening(line) && !isWriting(line) ? [pathsIn(line)[0]] : [])),
    ran: of((line) => (line.startsWith('execve(') ? [pathsIn(line)[0]] : [])),
    reached: of((line) => (line.startsWith('connect(') ? [addressIn(line)] : [])),
  };
}

function isOpening(line: string): boolean {
  return line.startsWith('openat(');
}

function isWriting(line: string): boolean {
  return /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(line);
}

function changedBy(line: string): readonly (string | undefined)[] {
  if (line.startsWith('bind(')) return /AF_UNIX|AF_INET/.test(line) ? [addressIn(line)] : [];
  return /^(?:openat|creat|mkdir|rename|renameat2|unlink|unlinkat|symlink|link)\(/.test(line)
    ? pathsIn(line)
    : [];
}

function pathsIn(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = '']) => path);
}

/** The address of a socket; undefined for one that only leads to the kernel. */
function addressIn(line: string): string | undefined {
  const [, path] = /sun_path=@?"([^"]*)"/.exec(line) ?? [];
  const [, port] = /sin6?_port=htons\((\d+)\)/.exec(line) ?? [];
  const [, address] = /inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]*)"/.exec(line) ?? [];
  return path ?? (address && `${address}:${port ?? ''}`);
}
