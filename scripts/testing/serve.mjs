// Serves ROOT/srv/site on 127.0.0.1 of the network it is started in, over https and http, until its standard input
// closes. If there is a file NAME.location, a request for NAME is redirected to the address in it; if there is a file
// NAME.break, the connection breaks after each part of so many bytes.
import { readFile } from 'node:fs/promises';
import { createServer as createClear } from 'node:http';
import { createServer } from 'node:https';
import { join, normalize } from 'node:path';

const srv = join(process.argv[2], 'srv');
const [key, cert] = await Promise.all(
  ['tls.key', 'tls.crt'].map((name) => readFile(join(srv, name))),
);
const read = (url, end = '') => readFile(join(srv, 'site', `${normalize(url)}${end}`));
async function send(url, range, response) {
  const body = await read(url);
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const part = body.subarray(from);
  const broken = await read(url, '.break').catch(() => undefined);
  response.writeHead(from ? 206 : 200, {
    'content-length': part.length,
    ...(from ? { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` } : {}),
  });
  if (broken === undefined || part.length <= Number(broken)) return response.end(part);
  response.write(part.subarray(0, Number(broken)), () => response.destroy());
}
function answer({ url, headers }, response) {
  read(url, '.location').then(
    (location) => response.writeHead(302, { location: String(location).trim() }).end(),
    () => send(url, headers.range, response).catch(() => response.writeHead(404).end()),
  );
}
createClear(answer).listen(80, '127.0.0.1', () =>
  createServer({ key, cert }, answer).listen(443, '127.0.0.1', () =>
    process.stdout.write('listening\n'),
  ),
);
process.stdin.resume().on('end', () => process.exit());
