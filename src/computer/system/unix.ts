import { posix } from 'node:path';

import type { UnixFacts } from '../facts';

type Parts = ReadonlyMap<string, string>;

/** Who asks, and what is there for containers, in the parts of an answer. */
export function unixIn(parts: Parts): UnixFacts {
  const id = parts.get('id') ?? '';
  const [, uid, user] = /^uid=(\d{1,10})\(([^)\s]{1,100})\)/.exec(id) ?? [];
  return {
    uid: uid === undefined ? undefined : Number(uid),
    user,
    groups: [...(/groups=([^\n]{1,8000})/.exec(id)?.[1] ?? '').matchAll(/\(([^()]{1,100})\)/g)].map(
      ([, name = '']) => name,
    ),
    dockerMembers: membersIn(parts.get('group')),
    distribution: /^[\w.-]{1,100}$/.exec(parts.get('wsl') ?? '')?.[0],
    programs: programsIn(parts.get('programs') ?? ''),
    paths: new Set(linesOf(parts.get('paths')).map((path) => fromHome(path, parts.get('home')))),
    socketLink: /^\/\S{1,1000}$/.exec(parts.get('socket') ?? '')?.[0],
  };
}

/** The members of a group, in its line of `/etc/group`. */
function membersIn(line = ''): string[] | undefined {
  const fields = line.split(':');
  if (fields[0] !== 'docker' || fields.length !== 4) return undefined;
  return (fields[3] ?? '').split(',').filter(Boolean);
}

function programsIn(text: string): Map<string, string> {
  const places = linesOf(text).filter((line) => line.startsWith('/'));
  return new Map(places.map((place) => [posix.basename(place), place]));
}

function fromHome(path: string, home: string | undefined): string {
  return home && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

/** The lines of a part that are not empty. */
export function linesOf(text = ''): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
