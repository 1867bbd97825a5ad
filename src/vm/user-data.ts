import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { practiceMachine, practiceSteps } from '../core/practice-machine';

/** The most that EC2 takes as user-data, in bytes before base64. */
export const userDataLimit = 16_384;

/** The settings of a new practice VM. */
export interface UserDataOptions {
  /** Hours from the first boot until the VM powers itself off; fractions are fine. */
  readonly deadlineHours: number;
  /** OpenSSH public keys that may log in; what stands behind the key itself is left out. */
  readonly authorizedKeys: readonly string[];
  /** Addresses in the place of the public registry, and in front of the host name of every package source. */
  readonly mirror?: {
    readonly images?: string | undefined;
    readonly packages?: string | undefined;
  };
  /**
   * The file that is there once everything is installed.
   * @default practiceMachine.ready
   */
  readonly ready?: string;
  /**
   * The language of the log.
   * @default 'en'
   */
  readonly language?: 'ko' | 'en';
}

/**
 * The user-data of a practice VM as text, for cloud-init. It is longer than EC2 accepts, so EC2
 * gets {@link compressedUserData}; both have the same content.
 */
export function userData(options: UserDataOptions): string {
  const problems = validate(options);
  if (problems.length > 0) throw new Error(`user-data: ${problems.join('; ')}`);
  return `#cloud-config\n${JSON.stringify(cloudConfig(options), null, 1)}\n`;
}

/** The same as base64 of gzip, which cloud-init unpacks: `user_data_base64` of an EC2 instance. */
export function compressedUserData(options: UserDataOptions): string {
  const compressed = gzipSync(userData(options), { level: 9 });
  if (compressed.length > userDataLimit) {
    throw new Error(
      `user-data has ${compressed.length} bytes, and EC2 takes ${userDataLimit}: use fewer keys than ${options.authorizedKeys.length}`,
    );
  }
  return compressed.toString('base64');
}

function cloudConfig(options: UserDataOptions): object {
  const { deadlineHours, authorizedKeys } = options;
  const deadline = readScript('deadline.sh');
  const seconds = String(Math.round(deadlineHours * 3600));
  return {
    // Runs before everything else, at every boot. cloud-init quotes each word itself.
    bootcmd: [['bash', '-c', deadline, 'dkkb-deadline', 'arm', seconds]],
    ssh_pwauth: false,
    disable_root: true,
    ssh_authorized_keys: authorizedKeys.map(bareKey),
    write_files: [
      file(practiceMachine.deadlineCommand, deadline, '0755'),
      file(practiceMachine.settings, settings(options)),
      ...scriptNames().map((name) => file(`${practiceMachine.scripts}/${name}`, readScript(name))),
    ],
    runcmd: [
      ['sh', '-c', showHostKeys],
      ['bash', `${practiceMachine.scripts}/practice-machine.sh`, ...practiceSteps],
    ],
  };
}

// As cloud-init shows them, but before everything is installed: the keys identify the machine
// to those who connect meanwhile.
const showHostKeys = [
  "{ echo '-----BEGIN SSH HOST KEY KEYS-----'",
  'cat /etc/ssh/ssh_host_*_key.pub',
  "echo '-----END SSH HOST KEY KEYS-----'; } >/dev/console",
].join('; ');

function file(path: string, content: string, permissions = '0644'): object {
  return { path, permissions, content };
}

function settings({ mirror = {}, ready, language = 'en' }: UserDataOptions): string {
  const values = {
    DKKB_LANG: language,
    ...(mirror.packages ? { DKKB_MIRROR: mirror.packages } : {}),
    ...(mirror.images ? { DKKB_IMAGE_MIRROR: mirror.images } : {}),
    ...(ready ? { DKKB_READY: ready } : {}),
  };
  return Object.entries(values)
    .map((pair) => `${pair.join('=')}\n`)
    .join('');
}

/** The project's folder of scripts: above this file, and above the file into which it was built. */
export function scriptsFolder(folder = __dirname): string {
  const scripts = join(folder, 'scripts');
  if (existsSync(join(scripts, 'practice-machine.sh'))) return scripts;
  if (dirname(folder) === folder) throw new Error(`no folder of scripts above ${__dirname}`);
  return scriptsFolder(dirname(folder));
}

const read = new Map<string, string>();

/** Read once: a class has one user-data for each student. */
function readScript(name: string): string {
  const text = read.get(name) ?? readFileSync(join(scriptsFolder(), name), 'utf8');
  read.set(name, text);
  return text;
}

/** The scripts that make the practice machine: the files that readers run, as they are. */
function scriptNames(): string[] {
  const needed = new Set([
    'practice-machine.sh',
    ...practiceSteps.map((step) => `install-${step}.sh`),
  ]);
  return readdirSync(scriptsFolder())
    .filter((name) => needed.has(name) || /^lib.*\.sh$/.test(name))
    .sort();
}

const keyPattern = /^((?:ssh|ecdsa|sk)-[a-z0-9@.-]+) ([A-Za-z0-9+/]+={0,2})(?: [^\n\r]*)?$/;
const addressPattern = /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w./-]*)?$/;
const pathPattern = /^\/[\w./-]+$/;

function bareKey(key: string): string {
  return key.trim().replace(keyPattern, '$1 $2');
}

function validate({ deadlineHours, authorizedKeys, mirror, ready }: UserDataOptions): string[] {
  const longest = 366 * 24;
  const problems: string[] = [];
  if (!(deadlineHours > 0 && deadlineHours <= longest))
    problems.push(`deadlineHours is ${deadlineHours}, not more than 0 and at most ${longest}`);
  if (authorizedKeys.length === 0) problems.push('authorizedKeys is empty: nobody could log in');
  for (const key of authorizedKeys)
    if (!keyPattern.test(key.trim()))
      problems.push(`'${key}' is no OpenSSH public key like 'ssh-ed25519 AAAA…'`);
  for (const [kind, address] of Object.entries(mirror ?? {}))
    if (!addressPattern.test(address as string))
      problems.push(
        `mirror.${kind} '${String(address)}' is no address like 'http://10.0.0.5:5001'`,
      );
  if (ready !== undefined && !pathPattern.test(ready))
    problems.push(`ready '${ready}' is no absolute path of letters, digits, '.', '_', '-' and '/'`);
  return problems;
}
