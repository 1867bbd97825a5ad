import { Failure } from '../../core/failure';
import { vmImageNotFetched, vmImageRefused } from '../problems/image';
import { Refused } from './fetch';

/** The failure of a download that ended so, of which so many bytes are kept. */
export function notFetched(
  url: string,
  has: number,
  error: unknown,
  signal?: AbortSignal,
): Failure {
  if (error instanceof Refused)
    return new Failure(vmImageRefused({ url, reason: error.reason, said: error.message }));
  const { code, message } = error as NodeJS.ErrnoException;
  const said = signal?.aborted ? 'not whole at the end of --timeout' : (code ?? message);
  return new Failure(vmImageNotFetched({ url, said, has: sizeText(has) }));
}

/** A number of bytes as a reader sees it; `0` for none. */
export function sizeText(bytes: number): string {
  if (bytes >= 2 ** 20) return `${Math.floor(bytes / 2 ** 20)} MiB`;
  if (bytes >= 1_024) return `${Math.floor(bytes / 1_024)} KiB`;
  return bytes > 0 ? `${bytes} B` : '0';
}

/** A signal that comes at a time; none where that is not limited. */
export function signalAt(end: number | undefined): AbortSignal | undefined {
  return end === undefined ? undefined : AbortSignal.timeout(Math.max(0, end - Date.now()));
}
