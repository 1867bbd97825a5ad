import type { IncomingMessage } from 'node:http';

import { proxyAgent } from '../../core/machine/proxy';

/** Milliseconds without a byte after which a server counts as silent. */
const silence = 60_000;
const mostRedirects = 5;

/** Why an image is refused: asking for it again helps nothing. */
export type RefusedReason = 'missing' | 'denied' | 'redirects' | 'large' | 'answer';

/** An answer after which asking again helps nothing. */
export class Refused extends Error {
  constructor(
    readonly reason: RefusedReason,
    said: string,
  ) {
    super(said);
  }
}

/** Throws what an answer other than 200 and 206 means: `Refused`, unless it may be another one in a moment. */
export function refuse(statusCode: number, url = ''): never {
  const said = `${url && `${url}: `}HTTP ${statusCode}`;
  const isPassing = statusCode >= 500 || [408, 416, 425, 429].includes(statusCode);
  if (isPassing) throw new Error(said);
  throw new Refused(reasons[statusCode] ?? 'answer', said);
}

const reasons: Readonly<Record<number, RefusedReason>> = {
  ...{ 401: 'denied', 402: 'denied', 403: 'denied', 407: 'denied', 451: 'denied' },
  ...{ 404: 'missing', 410: 'missing' },
};

/** What is asked for besides an address: a part of the file, and until when. */
export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Asks for a page or a part of it; follows redirects, but not from https to http. The caller reads or destroys the answer. */
export async function ask(
  url: string,
  { headers = {}, signal }: Asking = {},
  redirects = mostRedirects,
): Promise<IncomingMessage> {
  const isSecure = url.startsWith('https:');
  const { get } = await (isSecure ? import('node:https') : import('node:http'));
  const agent = (await proxyAgent()) ?? false;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = get(url, { agent, headers, ...(signal && { signal }) }, resolve);
    asked.setTimeout(silence, () => asked.destroy(new Error(`silent for ${silence / 1_000} s`)));
    asked.on('error', reject);
  });
  const { statusCode = 0 } = answer;
  const to = answer.headers.location;
  if (statusCode < 300 || statusCode > 399 || to === undefined) return answer;
  answer.destroy();
  const next = URL.canParse(to, url) ? new URL(to, url).href : to;
  const isDowngrade = isSecure && !next.startsWith('https:');
  if (redirects === 0) throw new Refused('redirects', `${next} (${mostRedirects + 1})`);
  if (!/^https?:/.test(next) || isDowngrade) throw new Refused('answer', `redirected to ${next}`);
  return ask(next, { headers, signal }, redirects - 1);
}

/** How much of a text is read, in bytes. */
const mostText = 1_048_576;

/** The text at an address; throws where there is none or it is too long. */
export async function askText(url: string, signal?: AbortSignal): Promise<string> {
  const answer = await ask(url, { signal });
  if (answer.statusCode !== 200) {
    answer.destroy();
    refuse(answer.statusCode ?? 0);
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostText) throw new Refused('large', `more than ${mostText} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
