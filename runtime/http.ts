import { get } from 'node:http';

/** What a URL answered, or why it did not. */
export type HttpAnswer =
  { readonly status: number; readonly body: string } | { readonly error: string };

/** Asks a URL once, without keep-alive; the body is cut after 256 KiB. Limit in milliseconds. */
export function ask(url: string, timeout = 3000): Promise<HttpAnswer> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > 262_144) response.destroy();
      });
      response.on('close', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('timeout', () =>
      request.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })),
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ error: error.code ?? error.message }),
    );
  });
}
