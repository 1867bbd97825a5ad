import type { Watched } from './watched-teacher';

/** The most memory, in MB, that a command may use, whatever the machine answers. */
const mostMegabytes = 200;

/** Characters that a terminal obeys: control and format characters, such as those that change the direction of text. */
const control = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** What a scenario allows in addition. */
export interface Allowed {
  /** Whether a lab that is really solved may pass. */
  readonly mayPass?: boolean;
  /** A folder in which files may be written. */
  readonly mayWrite?: string;
  /** An address and port that may be reached, or the beginning of one. */
  readonly mayReach?: string;
}

/** Expects that a command that asked a lying machine did nothing forbidden on its own computer. */
export function isHarmless(
  seen: Watched,
  home: string,
  { mayPass = false, mayWrite = '', mayReach = '' }: Allowed = {},
): void {
  const { code, stdout, stderr, megabytes, hung, wrote, read, ran, reached } = seen;
  const own = new RegExp(
    `^(?:/dev/(?:null|tty)|${home}/\\.ssh/known_hosts.*|${home}/\\.local(?:/.*)?)$`,
  );
  const harm = {
    wrote: wrote.filter((path) => !own.test(path) && !begins(path, mayWrite)),
    read: read.filter((path) => isSecret(path, home)),
    ran: ran.filter((program) => !/\/(?:node|ssh)$/.test(program)),
    reached: reached.filter((address) => !isWayThere(address) && !begins(address, mayReach)),
    hung: hung || undefined,
    tooMuchMemory: megabytes > mostMegabytes ? megabytes : undefined,
    controls: control.exec(stdout + stderr)?.[0],
    unexpected: /Unexpected error.*/.exec(stderr)?.[0],
    code: (mayPass ? [0, 1, 3] : [1, 3]).includes(code) ? undefined : code,
  };
  expect(harm).toEqual({ wrote: [], read: [], ran: [], reached: [] });
}

function begins(text: string, beginning: string): boolean {
  return beginning !== '' && text.startsWith(beginning);
}

/** A private file of the teacher's; ssh may read its own files. */
function isSecret(path: string, home: string): boolean {
  return path.startsWith(`${home}/`) && !/^\.(?:ssh|local)\//.test(path.slice(home.length + 1));
}

/** The student's machine, the sockets of the connection to it, and the name services of the C library. */
function isWayThere(address: string): boolean {
  return /^198\.51\.100\.7:|^\/tmp\/dkkb-t-|\/nscd\/socket$/.test(address);
}
