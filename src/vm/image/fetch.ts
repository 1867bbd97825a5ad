import type { IncomingMessage } from 'node:http';

import { proxyAgent } from '../../core/machine/proxy';

/** Milliseconds without a byte after which a server counts as silent. */
const silence = 60_000;
const mostRedirects = 5;

/** Asks for a page or a part of it; follows redirects, but not from https to http. The caller reads or destroys the answer. */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  redirects = mostRedirects,
): Promise<IncomingMessage> {
  const isSecure = url.startsWith('https:');
  const { get } = await (isSecure ? import('node:https') : import('node:http'));
  const agent = (await proxyAgent()) ?? false;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = get(url, { agent, headers }, resolve);
    asked.setTimeout(silence, () => asked.destroy(new Error(`silent for ${silence / 1_000} s`)));
    asked.on('error', reject);
  });
  const { statusCode = 0 } = answer;
  const to = answer.headers.location;
  if (statusCode < 300 || statusCode > 399 || to === undefined) return answer;
  answer.destroy();
  const next = new URL(to, url).href;
  if (redirects === 0 || !/^https?:/.test(next) || (isSecure && !next.startsWith('https:')))
    throw new Error(`redirected to ${next}`);
  return ask(next, headers, redirects - 1);
}

/** How much of a text is read, in bytes. */
const mostText = 1_048_576;

/** The text at an address; throws where there is none or it is too long. */
export async function askText(url: string): Promise<string> {
  const answer = await ask(url);
  if (answer.statusCode !== 200) {
    answer.destroy();
    throw new Error(`${url}: HTTP ${answer.statusCode ?? '-'}`);
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostText) throw new Error(`${url}: more than ${mostText} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
