// @circle all
// @minutes 12
import { join } from 'node:path';

import { finish, useEngine, type Engine } from '../testbed/engine';
import { signalDaemon, signalServer } from '../testbed/freeze';
import { Reader } from '../testbed/reader';

// An engine that says nothing is waited for a minute, a server half a minute; databases are filled anew.
jest.setTimeout(900_000);

let engine: Engine;
const { type, need, check } = new Reader(() => engine);

beforeAll(async () => {
  engine = await useEngine();
});
beforeEach(() => engine.reset());
afterAll(() => engine.reset());

/** What is told while something is silent, and that the lab passes once it answers again. */
async function whileSilent(
  id: string,
  begin: () => Promise<void>,
  end: () => Promise<void>,
): Promise<{ code: number; problems: string[] }> {
  await begin();
  const { code, problems } = await check(id).finally(end);
  expect(await check(id)).toMatchObject({ code: 0, problems: [] });
  // Each subject of a lab may tell the same.
  return { code, problems: [...new Set(problems.map((problem) => problem.code))] };
}

describe('a server that takes the connection and says nothing', () => {
  it.each([
    ['ch04-port', 'apa000ex2'],
    ['ch06-registry', 'registry000'],
    ['ch05-wordpress-mysql', 'wordpress000ex12'],
  ])('is told as silent: %s', async (id, name) => {
    await need('solve', id);
    const silent = whileSilent(
      id,
      () => signalServer(engine, name, 'STOP'),
      () => signalServer(engine, name, 'CONT'),
    );
    expect(await silent).toEqual({ code: 1, problems: ['http-no-answer'] });
  });

  it('is told as silent where Compose gave it its name', async () => {
    const id = 'ch07-compose-up';
    await need('solve', id);
    const service = 'label=com.docker.compose.service=wordpress000ex12';
    const name = await engine.docker('ps', '--filter', service, '--format', '{{.Names}}');
    const silent = whileSilent(
      id,
      () => signalServer(engine, name, 'STOP'),
      () => signalServer(engine, name, 'CONT'),
    );
    expect(await silent).toEqual({ code: 1, problems: ['http-no-answer'] });
  });

  it('is told as a database that is not ready, not as a refused login', async () => {
    const id = 'ch04-mysql';
    await need('solve', id);
    const name = 'mysql000ex7';
    const silent = whileSilent(
      id,
      () => signalServer(engine, name, 'STOP'),
      () => signalServer(engine, name, 'CONT'),
    );
    expect(await silent).toEqual({ code: 1, problems: ['database-starting'] });
  });
});

describe('an engine that says nothing', () => {
  it.each(['ch06-copy-out', 'ch06-volume-mount', 'ch06-volume-backup'])(
    'is told as that, and nothing else: %s',
    async (id) => {
      await need('solve', id);
      const silent = whileSilent(
        id,
        () => signalDaemon(engine, 'STOP'),
        () => signalDaemon(engine, 'CONT'),
      );
      expect(await silent).toEqual({ code: 3, problems: ['engine-not-answering'] });
    },
  );
});

/** A docker client of which one command fails as a busy engine lets it fail. */
async function failing(command: string): Promise<void> {
  await type(
    `mkdir -p bin && printf '%s\\n' '#!/bin/sh' 'case "$*" in ${command}*) echo "Error response from daemon: context canceled" >&2; exit 1;; esac' "exec $(command -v docker) \\"\\$@\\"" >bin/docker && chmod +x bin/docker`,
  );
}

describe('a question that the engine fails at', () => {
  it.each([
    ['ch06-copy-in', 'container diff'],
    ['ch06-copy-out', 'cp'],
    ['ch06-volume-mount', 'cp'],
    ['ch06-volume-backup', 'cp'],
    ['ch06-commit', 'image inspect'],
  ])('is no answer: %s, docker %s', async (id, command) => {
    await need('solve', id);
    await failing(command);
    const env = { PATH: `${join(engine.home, 'bin')}:${engine.env['PATH'] ?? ''}` };
    const asked = engine.spawnDkkb(['check', id, '-o', 'json'], { env });
    const { code, stdout } = await finish(asked);
    const [verdict] = (JSON.parse(stdout) as { labs: { problems: { code: string }[] }[] }).labs;
    const codes = new Set(verdict?.problems.map((problem) => problem.code));
    expect({ code, codes }).toEqual({ code: 3, codes: new Set(['command-failed']) });
    expect(await check(id)).toMatchObject({ code: 0, problems: [] });
  });
});
