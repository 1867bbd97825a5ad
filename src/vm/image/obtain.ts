import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import { Failure } from '../../core/failure';
import { inDataFolder } from '../../core/machine/data-folder';
import type { Reporter } from '../../core/reporter';
import { imageFolder } from '../place';
import { vmImageChecksum, vmImageUnverified } from '../problems/image';
import { download, sumOf } from './download';
import { askText, Refused } from './fetch';
import { notFetched, signalAt } from './not-fetched';
import { nameOf, sumIn, type Source } from './sources';

/** The file of an image on the web, from the cache or fetched into it; its checksum is verified each time. */
export async function obtain(
  source: Source,
  known: string | undefined,
  reporter: Reporter,
  end?: number,
): Promise<string> {
  const signal = signalAt(end);
  const sum = known ?? (await wantedSum(source, reporter, signal));
  const path = join(imageFolder(), `${sum}${extname(nameOf(source.url))}`);
  await inDataFolder(imageFolder(), () => mkdir(imageFolder(), { recursive: true, mode: 0o700 }));
  if (await isWhole(path, sum, reporter)) return path;
  await fetched(source.url, path, sum, reporter, signal);
  return path;
}

async function wantedSum(
  { url, sums }: Source,
  reporter: Reporter,
  signal: AbortSignal | undefined,
): Promise<string> {
  const unknown = (said: string) => new Failure(vmImageUnverified({ url, said }));
  if (!sums.startsWith('https:')) throw unknown('http');
  const list = await askText(sums, signal).catch((error: unknown) => error as Error);
  if (typeof list === 'string') {
    const sum = sumIn(list, url);
    if (sum === undefined) throw unknown(sums);
    return sum;
  }
  const kept = await keptSum(url);
  if (kept === undefined && list instanceof Refused) throw unknown(`${sums}: ${list.message}`);
  if (kept === undefined) throw notAsked(sums, list, signal);
  reporter.note({
    ko: `${sums} 파일을 읽을 수 없어, 전에 받은 이미지를 씁니다.`,
    en: `${sums} cannot be read, so the image that was fetched before is used.`,
  });
  return kept;
}

function notAsked(url: string, error: Error, signal: AbortSignal | undefined): Failure {
  return error instanceof Failure ? error : notFetched(url, 0, error, signal);
}

/** Beside an image stands the address that it came from. */
const addressOf = (path: string) => `${path}.url`;

/** The checksum of the image in the cache that came from an address. */
async function keptSum(url: string): Promise<string | undefined> {
  const names = await readdir(imageFolder()).catch(() => []);
  for (const name of names.filter((one) => /^[\da-f]{64}\.\w{1,10}\.url$/.test(one)))
    if ((await readFile(join(imageFolder(), name), 'utf8').catch(() => '')) === url)
      return name.slice(0, 64);
  return undefined;
}

/** Whether the cache has the image; a damaged one is named, and removed. */
async function isWhole(path: string, wanted: string, reporter: Reporter): Promise<boolean> {
  if (!(await stat(path).catch(() => undefined))?.isFile()) return false;
  const found = await reporter.step(checking, () => sumOf(path));
  if (found === wanted) return true;
  reporter.note({
    ko: `캐시에 있던 이미지가 손상되어 다시 받습니다: ${path}`,
    en: `The image in the cache is damaged and is fetched again: ${path}`,
  });
  await rm(path, { force: true });
  return false;
}

const checking = { ko: '이미지의 체크섬을 확인하는 중', en: 'Verifying the checksum of the image' };

async function fetched(
  url: string,
  path: string,
  sum: string,
  reporter: Reporter,
  signal: AbortSignal | undefined,
): Promise<void> {
  const part = `${path}.part`;
  const fetching = { ko: `이미지를 받는 중: ${url}`, en: `Fetching the image: ${url}` };
  const onRetry = (said: string, attempt: number, of: number) =>
    reporter.note({
      ko: `이미지를 받는 연결이 끊겼습니다(${said}). ${of}번 가운데 ${attempt}번째로 다시 시도합니다.`,
      en: `The connection for the image broke (${said}). Attempt ${attempt} of ${of}.`,
    });
  await reporter.step(fetching, (update) =>
    download(url, part, { onBytes: progress(update), onRetry, signal }),
  );
  const found = await reporter.step(checking, () => sumOf(part));
  if (found === sum) {
    await writeFile(addressOf(path), url);
    return rename(part, path);
  }
  await rm(part, { force: true });
  throw new Failure(vmImageChecksum({ file: basename(nameOf(url)), wanted: sum, found }));
}

function progress(update: (text: { ko: string; en: string }) => void) {
  let before = -1;
  return (has: number, whole: number) => {
    const [now, of] = [has, whole].map((bytes) => Math.floor(bytes / 2 ** 20));
    if (now === before) return;
    before = now ?? 0;
    const counter = of ? `(${now}/${of})` : `(${now})`;
    update({ ko: `이미지를 받는 중 ${counter} MiB`, en: `Fetching the image ${counter} MiB` });
  };
}

/** Throws `vm-image-checksum` unless a file of the reader's has the checksum that was named for it. */
export async function verifyFile(path: string, wanted: string, reporter: Reporter): Promise<void> {
  const found = await reporter.step(checking, () => sumOf(path));
  if (found !== wanted) throw new Failure(vmImageChecksum({ file: path, wanted, found }));
}
