import { createReadStream } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';

import * as z from 'zod/mini';
import writeFileAtomic from 'write-file-atomic';

import { orNothing, text } from '../../core/answers/form-parts';
import { parseJson } from '../../core/answers/json';
import { Failure } from '../../core/failure';
import { diskFull, spaceFor } from '../machine/space';
import { ask, refuse, Refused } from './fetch';
import { notFetched } from './not-fetched';

/** No image is larger, in bytes. */
const most = 16 * 2 ** 30;
/** How often a connection may break without a byte between, and the pause after each, in milliseconds. */
const tries = 5;
const pause = 2_000;
/** How long one connection may last, in milliseconds. */
const longest = 6 * 3_600_000;

/** What is remembered of a download that is not complete. */
const form = z.object({ url: text(4_000), version: orNothing(text(1_000)) });

/** Who is told how a download goes, and until when it may last. */
export interface Watching {
  /** Tells how many bytes have come, of how many; 0 where the server does not say. */
  readonly onBytes: (has: number, whole: number) => void;
  /** Tells that a connection broke, why, and which attempt begins, of how many. */
  readonly onRetry?: (said: string, attempt: number, of: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Fetches a file to a path; a download that broke goes on from where it was, in this run and in the next. Throws `vm-image-not-fetched`, `vm-image-refused` or `vm-disk-short`. */
export async function download(url: string, path: string, watching: Watching): Promise<void> {
  const { onRetry, signal } = watching;
  for (let left = tries, before = await sizeOf(path); ; left -= 1) {
    try {
      await goOn(url, path, watching);
      await rm(noteOf(path), { force: true });
      return;
    } catch (error) {
      if (error instanceof Failure) throw error;
      const has = await sizeOf(path);
      if (has > before) left = tries;
      before = has;
      if (isFull(error)) throw await diskFull(path);
      const failure = notFetched(url, has, error, signal);
      if (left <= 1 || error instanceof Refused || signal?.aborted) throw failure;
      onRetry?.(failure.values['said'] ?? '', tries - left + 2, tries);
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function goOn(url: string, path: string, { onBytes, signal }: Watching): Promise<void> {
  const known = await readNote(path);
  const isSame = known?.url === url && known.version;
  const has = isSame ? await sizeOf(path) : 0;
  const headers = has > 0 ? { Range: `bytes=${has}-`, 'If-Range': String(known?.version) } : {};
  const answer = await ask(url, { headers, signal });
  const start = startOf(answer, has);
  const whole = start + Number(answer.headers['content-length'] ?? 0);
  if (whole > most) {
    answer.destroy();
    throw new Refused('large', `${gibibytes(whole)} > ${gibibytes(most)} GiB`);
  }
  await spaceFor(path, whole - start);
  const version = answer.headers.etag ?? answer.headers['last-modified'];
  // A weak one says nothing about the bytes.
  const strong = version?.startsWith('W/') ? answer.headers['last-modified'] : version;
  await writeFileAtomic(noteOf(path), JSON.stringify({ url, ...(strong && { version: strong }) }));
  await writeFrom(answer, path, start, (has) => onBytes(has, whole));
  const end = await sizeOf(path);
  if (whole > start && end < whole) throw new Error(`ended after ${end} of ${whole} bytes`);
}

/** Writes what comes from that byte on; whatever came before a break is in the file. */
async function writeFrom(
  answer: IncomingMessage,
  path: string,
  start: number,
  onBytes: (has: number) => void,
): Promise<void> {
  const end = Date.now() + longest;
  const file = await open(path, start > 0 ? 'r+' : 'w', 0o600);
  try {
    let has = start;
    for await (const part of answer as AsyncIterable<Buffer>) {
      await file.write(part, 0, part.length, has);
      has += part.length;
      if (has > most) throw new Refused('large', `> ${gibibytes(most)} GiB`);
      if (Date.now() > end) throw new Error(`not whole after ${longest / 3_600_000} h`);
      onBytes(has);
    }
  } finally {
    await file.close();
  }
}

/** Where the bytes of an answer belong; throws where it has none. */
function startOf(answer: IncomingMessage, has: number): number {
  const { statusCode = 0 } = answer;
  if (statusCode === 200) return 0;
  const from = /^bytes (\d{1,15})-/.exec(answer.headers['content-range'] ?? '')?.[1];
  if (statusCode === 206 && Number(from) === has) return has;
  answer.destroy();
  return refuse(statusCode);
}

const gibibytes = (bytes: number) => String(Math.round(bytes / 2 ** 30));

const noteOf = (path: string) => `${path}.json`;

async function readNote(path: string) {
  const told = await readFile(noteOf(path), 'utf8').catch(() => '');
  try {
    return form.safeParse(parseJson(told.slice(0, 10_000))).data;
  } catch {
    return undefined;
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

const isFull = (error: unknown) =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');

/** The SHA-256 of a file. */
export async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
