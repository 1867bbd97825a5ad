import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip, gunzipSync } from 'node:zlib';

import { extract, pack } from 'tar-stream';

import { parseJson } from '../../core/answers/json';
import { Failure } from '../../core/failure';
import { fleetFolder } from '../../core/machine/paths';
import { makePrivateFolder, writePrivate } from '../../core/machine/private-files';
import { isClassName } from '../config/config';
import { bringOwner } from './owner';
import { carriedDamaged, carryInWay, nothingToCarry } from '../problems/carry';

/** What of a class's folder is carried to another computer: keys, known hosts, the configuration, Terraform's state. */
const carried =
  /^(?:keys\/\.?[a-z0-9][a-z0-9-]{0,40}(?:\.pub)?|known-hosts\/i-[0-9a-f]{8,17}|config\.json|names\.json|running\.json|owners|terraform\.tfstate)$/;
const ownerFile = 'owner';
const nameFile = 'class';

/** More than this no class has: a key is 400 bytes. */
const most = { bytes: 64 * 2 ** 20, files: 3_000 };

/** A class as one encrypted file. */
export async function exportClass(
  { folder, fleet }: { readonly folder: string; readonly fleet: string },
  owner: string,
  passphrase: string,
): Promise<Uint8Array> {
  const names = (await readdir(folder, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => carried.test(name));
  if (!names.some((name) => name.startsWith('keys/')))
    throw new Failure(nothingToCarry({ name: fleet, path: folder }));
  const archive = pack();
  archive.entry({ name: nameFile }, fleet);
  archive.entry({ name: ownerFile }, owner);
  for (const name of names.sort()) archive.entry({ name }, await readFile(join(folder, name)));
  archive.finalize();
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(await buffer(archive.pipe(createGzip())));
}

/** What an exported file holds. */
export interface Carried {
  readonly fleet: string;
  readonly owner: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Reads an exported file; throws `class-file-damaged` where the passphrase is another one, or where it is no such file. */
export async function readCarried(
  file: string,
  content: Buffer,
  passphrase: string,
): Promise<Carried> {
  try {
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const files = await entriesOf(Buffer.from(await decrypter.decrypt(content)));
    const [fleet, owner] = [nameFile, ownerFile].map((name) => files.get(name)?.toString() ?? '');
    for (const name of [nameFile, ownerFile]) files.delete(name);
    if (!fleet || !isClassName(fleet)) throw new Error('no class');
    if (!owner || !/^[\w.@ -]{1,128}$/.test(owner)) throw new Error('no owner');
    return { fleet, owner, files };
  } catch (error) {
    throw new Failure(carriedDamaged({ file, said: error instanceof Error ? error.message : '' }));
  }
}

async function entriesOf(zipped: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let size = 0;
  const archive = Readable.from([gunzipSync(zipped, { maxOutputLength: most.bytes })]).pipe(
    extract(),
  );
  for await (const entry of archive) {
    const { name, size: bytes = 0, type } = entry.header;
    size += bytes;
    if (size > most.bytes || files.size > most.files) throw new Error('too large');
    const isKnown = name === nameFile || name === ownerFile || carried.test(name);
    if (type !== 'file' || !isKnown) throw new Error(`unknown entry ${name}`);
    const content = await buffer(entry);
    if (/(?:\.json|\.tfstate)$/.test(name) && content.length > 0) parseJson(content.toString());
    files.set(name, content);
  }
  return files;
}

/** Puts a class into its folder on this computer; throws `class-file-in-way` where files of the same names have another content. */
export async function importClass({ fleet, owner, files }: Carried): Promise<string> {
  const folder = fleetFolder(fleet);
  const inWay: string[] = [];
  for (const [name, content] of files) {
    const there = await readFile(join(folder, name)).catch(() => undefined);
    if (there && !there.equals(content) && name.startsWith('keys/')) inWay.push(name);
  }
  if (inWay.length > 0)
    throw new Failure(
      carryInWay({ name: fleet, path: folder, files: inWay.slice(0, 5).join(', ') }),
    );
  for (const sub of ['', 'keys', 'known-hosts']) await makePrivateFolder(join(folder, sub));
  for (const [name, content] of files) await writePrivate(join(folder, name), content);
  await bringOwner(folder, owner);
  return folder;
}
