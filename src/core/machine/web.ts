import { proxyAgent } from './proxy';

/** How many characters of a page are read. */
const most = 1_024;

/** The first words of a page of the web, by way of the proxy that the environment names; throws where it does not come whole within so many milliseconds. */
export async function readPage(url: string, time: number): Promise<string> {
  const { get } = await (url.startsWith('https:') ? import('node:https') : import('node:http'));
  const agent = (await proxyAgent()) ?? false;
  const signal = AbortSignal.timeout(time);
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent, signal }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
        if (text.length <= most) return;
        reject(new Error(`more than ${most} characters`));
        asked.destroy();
      });
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(text) : reject(new Error(String(answer.statusCode))),
      );
    });
    asked.on('error', reject);
  });
}
