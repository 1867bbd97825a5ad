import * as z from 'zod/mini';

import { orNothing, text } from '../../core/answers/form-parts';
import { parseJson } from '../../core/answers/json';

/** The kinds of disk images that are known, by their first bytes. */
export type ImageFormat = 'qcow2' | 'vmdk' | 'vdi' | 'raw';

/** The kind of an image by its first bytes; undefined where they are those of no disk. `bare` is a disk without a boot loader. */
export function formatOf(start: Buffer): ImageFormat | 'bare' | undefined {
  if (start.length < 2_048) return undefined;
  if (start.toString('latin1', 0, 4) === 'QFI\xfb') return 'qcow2';
  if (start.toString('latin1', 0, 4) === 'KDMV') return 'vmdk';
  if (start.readUInt32LE(64) === 0xbeda107f) return 'vdi';
  if (start.readUInt16LE(510) === 0xaa55) return 'raw';
  return start.readUInt16LE(1_024 + 56) === 0xef53 ? 'bare' : undefined;
}

/** Whether a VMDK holds its data in itself: others name files that QEMU and VirtualBox would open. */
export function isSelfContained(start: Buffer): boolean {
  return /createType="streamOptimized"/.test(start.toString('latin1'));
}

const form = z.object({
  format: text(40),
  'virtual-size': z.int().check(z.gte(1_048_576), z.lte(4 * 2 ** 40)),
  'backing-filename': orNothing(text(10_000)),
  encrypted: orNothing(z.boolean()),
  'format-specific': orNothing(
    z.object({ data: orNothing(z.object({ 'data-file': orNothing(text(10_000)) })) }),
  ),
});

/** Reads the answer of `qemu-img info`; undefined where it has another form. */
export function readInfo(
  told: string,
): { readonly size: number; readonly needed?: string } | undefined {
  const read = form.safeParse(jsonOr(told));
  if (!read.success) return undefined;
  const info = read.data;
  const other = info['backing-filename'] ?? info['format-specific']?.data?.['data-file'];
  const needed = other ?? (info.encrypted ? 'passphrase' : undefined);
  return { size: info['virtual-size'], ...(needed === undefined ? {} : { needed }) };
}

function jsonOr(told: string): unknown {
  try {
    return parseJson(told);
  } catch {
    return undefined;
  }
}
