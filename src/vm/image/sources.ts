import { posix } from 'node:path';

import type { Hypervisor } from '../record';

/** The folder of Ubuntu 24.04's newest cloud images. */
const release = 'https://cloud-images.ubuntu.com/releases/24.04/release/';

/** An image on the web. */
export interface Source {
  readonly url: string;
  /** The file with the checksums of its folder. */
  readonly sums: string;
}

/** The image of a new VM, unless the reader names one: for VirtualBox in its own form, which it reads without a further program. */
export function defaultSource(
  architecture: 'x86_64' | 'aarch64',
  by: Hypervisor,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Source {
  const machine = { x86_64: 'amd64', aarch64: 'arm64' }[architecture];
  const kind = by === 'virtualbox' && machine === 'amd64' ? 'vmdk' : 'img';
  const folder = env['DKKB_VM_IMAGES'] || release;
  return sourceOf(new URL(`ubuntu-24.04-server-cloudimg-${machine}.${kind}`, folder).href);
}

/** An image at an address of the reader's. */
export function sourceOf(url: string): Source {
  return { url, sums: new URL('SHA256SUMS', url).href };
}

/** The checksum of a file in a list of them: `SUM *NAME` or `SUM  NAME` on each line. */
export function sumIn(list: string, url: string): string | undefined {
  const name = nameOf(url);
  for (const line of list.split('\n')) {
    const [, sum, file] = /^([\da-f]{64}) [ *](\S{1,300})$/.exec(line.trimEnd()) ?? [];
    if (file === name) return sum;
  }
  return undefined;
}

/** The name of the file at an address. */
export function nameOf(url: string): string {
  return posix.basename(new URL(url).pathname);
}

/** Whether a word is an address and no file. */
export function isAddress(image: string): boolean {
  return /^https?:\/\//i.test(image) && URL.canParse(image);
}
