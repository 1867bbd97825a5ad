import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Engine } from './engine';
import type { Namespace } from './namespace';
import { Output } from '../programs/output';
import { need } from '../programs/process';

const host = 'registry-1.docker.io';

// Answers every request with one status and error code.
const refusing = `
const http = require('node:http');
const refuse = (request, response) => {
  if (request.url === '/v2/') return response.end('{}');
  response.writeHead(Number(status), { 'content-type': 'application/json' });
  response.end(JSON.stringify({ errors: [{ code, message: 'the stand-in says ' + code }] }));
};
`;

// Serves as a registry mirror. Arguments: port, status, error code.
const mirror = `
const [port, status, code] = process.argv.slice(1);
${refusing}
http.createServer(refuse).listen(Number(port), '127.0.0.1', () => console.log('up'));
`;

// The engine reaches it through the CONNECT of a proxy. Arguments: port, key, certificate, then the
// status and error code of every answer, or 0 and the registry that answers.
const program = `
const [port, key, cert, status, code] = process.argv.slice(1);
const { readFileSync } = require('node:fs');
${refusing}
const passOn = ({ url, method, headers }, response) =>
  http.request('http://' + code + url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  }).end();
const options = { key: readFileSync(key), cert: readFileSync(cert) };
const tls = require('node:https').createServer(options, status === '0' ? passOn : refuse);
const proxy = http.createServer();
proxy.on('connect', (request, socket) => {
  socket.on('error', () => socket.destroy());
  socket.write('HTTP/1.1 200 Connection Established\\r\\n\\r\\n');
  tls.emit('connection', socket);
});
proxy.listen(Number(port), '127.0.0.1', () => console.log('up'));
`;

/** A stand-in under the public registry's name: it gives errors that the real one does not give on demand, or passes requests on to the test bed's registry. */
export class RegistryStandIn {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** Makes the key and the certificate of the stand-in in a folder. */
  static async create(folder: string, port: number): Promise<RegistryStandIn> {
    mkdirSync(folder, { recursive: true });
    await need('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-days', '1', '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
    ]);
    return new RegistryStandIn(folder, port);
  }

  /** The environment with which an engine uses the stand-in as the public registry. */
  get engineEnv(): Readonly<Record<string, string>> {
    return {
      HTTPS_PROXY: `http://127.0.0.1:${String(this.port)}`,
      SSL_CERT_FILE: join(this.folder, 'cert.pem'),
    };
  }

  /** Answers from now on with that status and error code of the registry's protocol. */
  async refuse(engine: Engine, status: number, code: string): Promise<void> {
    await this.serve(engine, String(status), code);
  }

  /** From now on passes requests on to another registry. */
  async passOn(engine: Engine, registry: string): Promise<void> {
    await this.serve(engine, '0', registry);
  }

  private async serve(engine: Engine, ...answer: readonly string[]): Promise<void> {
    await this.stop();
    const files = ['key.pem', 'cert.pem'].map((file) => join(this.folder, file));
    const words = ['-e', program, String(this.port), ...files, ...answer];
    this.server = await serving(engine, words);
  }

  /** Ends the stand-in. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await ended(server);
  }
}

/** A mirror on a port of the loopback address there that refuses every pull, until `stop` is called. */
export async function refusingMirror(
  place: Namespace,
  port: string,
  status: number,
  code: string,
): Promise<{ stop(): Promise<void> }> {
  const server = await serving(place, ['-e', mirror, port, String(status), code]);
  return { stop: () => ended(server) };
}

async function serving(place: Namespace, words: readonly string[]): Promise<ChildProcess> {
  const server = place.spawn(process.execPath, words);
  await new Output(server).next(/up/);
  return server;
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill();
  await once(server, 'exit');
}
