/** The types of keys that an SSH server of today shows. */
const types = [
  'ssh-ed25519',
  'ssh-rsa',
  ...[256, 384, 521].map((bits) => `ecdsa-sha2-nistp${bits}`),
];
const keyLine = new RegExp(
  `^(${types.join('|')}) ([A-Za-z0-9+/]{40,2000}={0,2})(?: [^\\n]{0,200})?$`,
);
const [begin, end] = ['-----BEGIN SSH HOST KEY KEYS-----', '-----END SSH HOST KEY KEYS-----'];
const mostKeys = 10;

/** How much of what a console shows is read, from its end: as much as EC2 keeps. */
const consoleLimit = 64 * 1_024;

/** The host keys, as `TYPE BASE64`, that a machine last showed on its console as cloud-init does; none where it has shown none. */
export function hostKeysOf(console: string): string[] {
  const shown = blocksIn(console.slice(-consoleLimit)).map(keysIn);
  return shown.findLast((keys) => keys.length > 0) ?? [];
}

/** The text between each beginning mark and its end mark. */
function blocksIn(text: string): string[] {
  return text
    .split(begin)
    .slice(1)
    .filter((part) => /^\r?\n/.test(part) && part.includes(end))
    .map((part) => part.slice(0, part.indexOf(end)));
}

/** The lines of known hosts that give a machine these keys. */
export function knownHostsLines(host: string, keys: readonly string[]): string {
  return keys.map((key) => `${host} ${key}\n`).join('');
}

/** The keys of a host, as `TYPE BASE64`, that a file of known hosts has. */
export function keysFor(host: string, knownHosts: string): string[] {
  const own = knownHosts.split('\n').filter((line) => line.startsWith(`${host} `));
  return own.map((line) => line.slice(host.length + 1));
}

/** The machine whose keys a file of known hosts has; undefined unless it has those of one machine, by one name. */
export function onlyHostOf(knownHosts: string): string | undefined {
  const lines = knownHosts.split('\n').filter((line) => line.trim() !== '');
  const [host, ...others] = new Set(lines.map((line) => line.split(' ', 1)[0]));
  return others.length === 0 && host && isHostName(host) ? host : undefined;
}

/** A name, or an address with its port as ssh writes it; no pattern that fits several machines. */
const isHostName = (host: string) => /^(?:[\w.-]+|\[[\w.:]+\]:\d{1,5})$/.test(host);

/** The public keys, as `TYPE BASE64`, among the lines of a text. */
export function keysIn(lines: string): string[] {
  const keys = lines.split('\n').flatMap((line) => {
    const [, type = '', key = ''] = keyLine.exec(line.trim()) ?? [];
    return isKey(type, key) ? [`${type} ${key}`] : [];
  });
  return [...new Set(keys)].slice(0, mostKeys);
}

/** A key begins with the length of its type, and the type itself. */
function isKey(type: string, key: string): boolean {
  const bytes = Buffer.from(key, 'base64');
  return (
    type !== '' &&
    bytes.length > 4 + type.length &&
    bytes.readUInt32BE(0) === type.length &&
    bytes.toString('latin1', 4, 4 + type.length) === type
  );
}
