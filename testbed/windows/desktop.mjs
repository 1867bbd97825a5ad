#!/usr/bin/env node
/**
 * A stand-in for the part of Docker Desktop between Windows' docker and the engine: a path of Windows becomes one that
 * the engine knows, and the engine's answers name it in the way of Docker Desktop.
 * usage: desktop.mjs PORT SOCKET LETTER=FOLDER...   (each drive and where it is)
 */
import { Buffer } from 'node:buffer';
import { Agent, createServer, request } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

const [port, socketPath, ...named] = process.argv.slice(2);
const drives = named.map((drive) => drive.split('=', 2));
// The engine has to keep a connection until all is said, but no connection is used twice.
const agent = new Agent({ keepAlive: true, maxFreeSockets: 0 });
const insideDesktop = '/run/desktop/mnt/host';

/** The path of a bind mount for the engine; other sources, such as volumes, stay. */
function forEngine(source) {
  const [, letter, path] = /^([a-zA-Z]):[\\/](.*)$/.exec(source) ?? [];
  const [, folder] = drives.find(([name]) => name === letter?.toLowerCase()) ?? [];
  return folder === undefined ? source : `${folder}/${path.replaceAll('\\', '/')}`;
}

function translated(body) {
  const wanted = JSON.parse(body);
  const { Binds: binds, Mounts: mounts } = wanted.HostConfig ?? {};
  if (binds)
    wanted.HostConfig.Binds = binds.map((bind) => {
      const [, source, rest] = /^([a-zA-Z]:[^:]*|[^:]*)(:.*)$/.exec(bind) ?? [];
      return source === undefined ? bind : forEngine(source) + rest;
    });
  for (const mount of mounts ?? [])
    if (mount.Type === 'bind') mount.Source = forEngine(mount.Source);
  return Buffer.from(JSON.stringify(wanted));
}

const makesContainer = ({ method, url }) =>
  method === 'POST' && /\/containers\/create\b/.test(url ?? '');
const tellsContainer = ({ method, url }) =>
  method === 'GET' && /\/containers\/(?:json|[^/]+\/json)\b/.test(url ?? '');

const inDesktopsWay = (body) =>
  Buffer.from(
    drives.reduce(
      (text, [letter, folder]) => text.replaceAll(`${folder}/`, `${insideDesktop}/${letter}/`),
      body.toString(),
    ),
  );

async function ask(asked, answer) {
  const { method, url } = asked;
  const headers = { ...asked.headers, connection: 'keep-alive' };
  const body = makesContainer(asked) ? translated(await buffer(asked)) : undefined;
  const length = body ? { 'content-length': body.length } : {};
  const way = { socketPath, agent, method, path: url };
  const question = request({ ...way, headers: { ...headers, ...length } });
  question.on('error', () => answer.destroy());
  answer.on('close', () => question.destroy());
  question.on('response', (said) => {
    tell(asked, said, answer).catch(() => answer.destroy());
  });
  if (body) question.end(body);
  else asked.pipe(question);
}

async function tell(asked, said, answer) {
  const { statusCode, statusMessage, rawHeaders } = said;
  if (!tellsContainer(asked)) {
    answer.writeHead(statusCode, statusMessage, rawHeaders);
    answer.flushHeaders();
    said.pipe(answer);
    return;
  }
  const body = inDesktopsWay(await buffer(said));
  answer.writeHead(statusCode, {
    'content-type': 'application/json',
    'content-length': body.length,
  });
  answer.end(body);
}

const server = createServer((asked, answer) => {
  ask(asked, answer).catch(() => answer.destroy());
});
// A container's own input and output: after the question, the connection is theirs.
server.on('upgrade', ({ method, url, rawHeaders }, here, head) => {
  const there = connect(socketPath);
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2)
    lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  there.write(`${lines.join('\r\n')}\r\n\r\n`);
  there.write(head);
  here.pipe(there).pipe(here);
  for (const end of [here, there]) end.on('error', () => (here.destroy(), there.destroy()));
});
server.listen(Number(port), '127.0.0.1', () => console.log('listening'));
