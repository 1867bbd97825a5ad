import { run } from '../machine/process';

/** Variables that ssh, and the programs that it starts here, need. */
const needed: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'TMPDIR',
  'SSH_AUTH_SOCK',
  // Of Windows.
  ...['USERPROFILE', 'USERNAME', 'USERDOMAIN', 'HOMEDRIVE', 'HOMEPATH', 'TEMP', 'TMP'],
  ...['SYSTEMROOT', 'WINDIR', 'COMSPEC', 'PATHEXT', 'PROGRAMDATA', 'APPDATA', 'LOCALAPPDATA'],
]);

/** The variables of this process that ssh would send to the other machine, each as undefined: for the environment of that ssh. No option cancels a `SendEnv` of the user's configuration. */
export function sshEnvironment(words: readonly string[]): Promise<Unset> {
  const key = words.join('\n');
  const known = environments.get(key) ?? readEnvironment(words);
  environments.set(key, known);
  known.catch(() => environments.delete(key));
  return known;
}

type Unset = Readonly<Record<string, undefined>>;

// The machines of a class are asked again and again with the same options.
const environments = new Map<string, Promise<Unset>>();

async function readEnvironment(words: readonly string[]): Promise<Unset> {
  const { stdout } = await run('ssh', ['-G', ...words], { timeout: 10_000, limit: 2 ** 20 });
  const patterns = [...stdout.matchAll(/^sendenv (.+)$/gm)].map(([, pattern = '']) =>
    glob(pattern),
  );
  const sent = Object.keys(process.env).filter(
    (name) => !needed.has(name.toUpperCase()) && patterns.some((pattern) => pattern.test(name)),
  );
  return Object.fromEntries(sent.map((name) => [name, undefined]));
}

/** As ssh reads it: `*` for any signs, `?` for one. */
function glob(pattern: string): RegExp {
  const plain = pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${plain.replaceAll('\\*', '.*').replaceAll('\\?', '.')}$`);
}
