// Serves ROOT/srv/site on 127.0.0.1:443 of the network it is started in, until its standard input closes.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join, normalize } from 'node:path';

const srv = join(process.argv[2], 'srv');
const [key, cert] = await Promise.all(
  ['tls.key', 'tls.crt'].map((name) => readFile(join(srv, name))),
);
const server = createServer({ key, cert }, (request, response) => {
  readFile(join(srv, 'site', normalize(request.url))).then(
    (body) => response.end(body),
    () => response.writeHead(404).end(),
  );
});
server.listen(443, '127.0.0.1', () => process.stdout.write('listening\n'));
process.stdin.resume().on('end', () => process.exit());
