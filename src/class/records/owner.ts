import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';

import { dataFolder } from '../../core/machine/paths';
import { makePrivateFolder, writePrivate } from '../../core/machine/private-files';
import type { CloudResource } from '../aws/resource';
import type { ClassSession } from '../session';

/** Who works on a class: the tag for what they make, and the tags that count as their own. */
export interface Owner {
  /** `kim@laptop 1a2b3c4d.5e6f7a8b`. */
  readonly tag: string;
  isOwn(tag: string | undefined): boolean;
}

/**
 * The owner that a login of AWS is on this computer. Two marks tell an owner: the login with this data folder, and the
 * login with this user, computer and place of the folder. One is enough, so that a lost or moved folder, or another
 * name of the computer, makes no stranger.
 */
export async function ownerOf(
  { folder }: Pick<ClassSession, 'folder'>,
  account: string,
): Promise<Owner> {
  const username = userName();
  const login = loginOf(account);
  const marks = [
    mark(login, await installation()),
    mark(login, username, hostname(), dataFolder()),
  ];
  const tag = `${plain(username)}@${plain(hostname())} ${marks.join('.')}`;
  const brought = await broughtOwners(folder);
  const isOwn = (other: string | undefined) =>
    // What an earlier version made has no owner.
    other === undefined ||
    brought.includes(other) ||
    marksOf(other).some((one) => marks.includes(one));
  return { tag, isOwn };
}

/** A container may run as a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'user';
  }
}

/** The owners, other than this one, of what was found. */
export function strangersOf(owner: Owner, things: readonly CloudResource[]): string[] {
  return [...new Set(things.flatMap((thing) => thing.owner ?? []))].filter(
    (tag) => !owner.isOwn(tag),
  );
}

/** The part of an owner's tag that people read. */
export function ownerName(tag: string): string {
  return tag.split(' ')[0] ?? tag;
}

/** Notes that a class of that owner was brought to this computer. */
export async function bringOwner(folder: string, tag: string): Promise<void> {
  await writePrivate(
    broughtFile(folder),
    `${[...new Set([...(await broughtOwners(folder)), tag])].join('\n')}\n`,
  );
}

/** The owners whose classes were brought to this computer. */
async function broughtOwners(folder: string): Promise<readonly string[]> {
  const text = await readFile(broughtFile(folder), 'utf8').catch(() => '');
  return text.split('\n').filter(Boolean);
}

const broughtFile = (folder: string): string => join(folder, 'owners');

/** A login without the name of the session that a program makes up each time. */
function loginOf(account: string): string {
  return account.replace(
    /(:assumed-role\/[^/]+)\/(?:botocore-session-|aws-cli-|aws-sdk-js-)[\w.-]*$/,
    '$1',
  );
}

/** The random name of this data folder, made once. */
async function installation(): Promise<string> {
  const path = join(dataFolder(), 'installation');
  const known = await readFile(path, 'utf8').catch(() => '');
  if (/^[0-9a-f]{32}$/.test(known)) return known;
  await makePrivateFolder(dataFolder());
  const name = randomBytes(16).toString('hex');
  await writePrivate(path, name);
  return name;
}

function mark(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

function marksOf(tag: string): readonly string[] {
  return tag.split(' ')[1]?.split('.') ?? [];
}

/** The letters that a tag may have. */
function plain(text: string): string {
  return text.replace(/[^\w.-]+/g, '-').slice(0, 40);
}
