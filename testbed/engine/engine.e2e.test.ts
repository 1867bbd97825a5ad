// @circle all
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { startEngine, useEngine, type Engine } from './engine';
import { ownName } from './namespace';
import { need, run } from '../programs/process';
import { repository } from '../programs/paths';

const script = join(repository, 'testbed', 'engine.sh');

/** A tiny image made in the engine itself, so that these tests need no registry. */
async function tiny(engine: Engine): Promise<void> {
  const made = await engine.sh(
    `mkdir -p root/bin && cp "$(command -v busybox)" root/bin && ln -s busybox root/bin/sh &&
     tar -C root -c . | docker import -c 'CMD ["busybox", "httpd", "-f"]' - tiny`,
  );
  if (made.code !== 0) throw new Error(made.stderr);
}

describe('the engine of a jest worker', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await useEngine();
  });

  it('pulls and runs an image with the reader’s commands, and the page answers', async () => {
    const before = await engine.inventory();
    const ran = await engine.sh('docker run --name apa000ex2 -d -p 8080:80 httpd');
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[0-9a-f]{64}\n$/) });
    await expect(engine.fetch('http://localhost:8080/')).resolves.toMatchObject({
      status: 200,
      body: expect.stringContaining('It works!'),
    });
    expect((await engine.inventory()).containers).toEqual([
      expect.stringMatching(/^apa000ex2 [0-9a-f]{64} running$/),
    ]);
    await engine.docker('rm', '-f', 'apa000ex2');
    const after = await engine.inventory();
    expect({ ...after, images: [] }).toEqual({ ...before, images: [] });
  });

  it('fails to run an image that the registry lacks, as without internet', async () => {
    const ran = await engine.sh('docker run no-such-image');
    expect(ran.code).toBe(125);
    expect(ran.stderr).toMatch(/network is unreachable|no such host/);
  });

  it('is the same engine for the next test file, emptied', async () => {
    await tiny(engine);
    await engine.sh('docker volume create left && docker network create left && touch left');
    await engine.sh('docker run -d --name left -v left:/left --network left tiny');
    const again = await useEngine();
    expect(again.host).toBe(engine.host);
    const held = await again.inventory();
    expect(held).toMatchObject({ containers: [], volumes: [] });
    expect(held.networks.map((line) => line.split(' ')[0])).toEqual(['bridge', 'host', 'none']);
    expect(held.images.join()).not.toContain('tiny');
    expect(readdirSync(again.home)).toEqual([]);
  });

  it('has its own home, and no way out of its network', async () => {
    const { stdout } = await engine.sh('echo "$HOME"; pwd; ip -brief address | grep -c eth');
    expect(stdout).toBe(`${engine.home}\n${engine.home}\n0\n`);
  });

  it('can be stopped and started between two commands', async () => {
    await tiny(engine);
    await engine.docker('create', '--name', 'kept', 'tiny');
    await engine.stopDaemon();
    await expect(engine.docker('ps')).rejects.toThrow('Is the docker daemon running?');
    await engine.startDaemon();
    await engine.startDaemon();
    expect(await engine.docker('ps', '-a', '--format', '{{.Names}}')).toBe('kept');
  });

  it('returns the exit code or the signal of a program', async () => {
    expect((await engine.sh('exit 7')).code).toBe(7);
    expect((await engine.sh('kill -TERM $$')).code).toBe(143);
    expect((await engine.exec('cat', [], { input: '안녕' })).stdout).toBe('안녕');
    const child = engine.spawn('sleep', ['60']);
    child.kill('SIGINT');
    await new Promise((resolve) => child.once('close', resolve));
    expect(child.signalCode).toBe('SIGINT');
  });
});

describe('an engine of a test that asks for its own', () => {
  it('shares no name, port or image with another one', async () => {
    const both = await Promise.all([
      startEngine('side-a', { registry: 'none' }),
      startEngine('side-b', { registry: 'none' }),
    ]);
    try {
      for (const engine of both) {
        await tiny(engine);
        await engine.docker('run', '-d', '--name', 'same', '-p', '8080:80', 'tiny');
        expect((await engine.fetch('http://localhost:8080/')).status).toBe(404);
      }
    } finally {
      await Promise.all(both.map((engine) => engine.stop()));
    }
  });

  it('has no images to pull without a registry', async () => {
    const engine = await startEngine('alone', { registry: 'none' });
    try {
      expect((await engine.sh('docker pull httpd')).code).toBe(1);
      await engine.load('httpd');
      expect((await engine.sh('docker run --rm httpd httpd -v')).stdout).toContain('Apache');
    } finally {
      await engine.stop();
    }
  });

  it('leaves nothing behind', async () => {
    const engine = await startEngine('traceless');
    await tiny(engine);
    await engine.docker('run', '-d', 'tiny');
    await engine.stop();
    expect(existsSync(engine.home)).toBe(false);
    const { name } = engine;
    expect(await need('ip', ['netns', 'list'])).not.toContain(`dkkb-${name}`);
    expect(await need('ps', ['-eo', 'args'])).not.toContain(name);
    const groups = await run('sh', ['-c', `ls -d /sys/fs/cgroup/*/dkkb-${name}`]);
    expect(groups.stdout).toBe('');
  });

  it('is removed by the next engine after its owner was killed', async () => {
    const owner = run('sleep', ['300']);
    const pid = (await need('pgrep', ['-P', String(process.pid), 'sleep'])).trim();
    const engine = await startEngine('orphan', { owner: Number(pid), registry: 'none' });
    await tiny(engine);
    await engine.docker('run', '-d', 'tiny');
    await expect(startEngine('orphan')).rejects.toThrow(`'${engine.name}' runs for process`);
    process.kill(Number(pid), 'SIGKILL');
    expect((await owner).code).toBe(137);
    const next = await startEngine('orphan', { registry: 'none' });
    try {
      expect((await next.inventory()).containers).toEqual([]);
    } finally {
      await next.stop();
    }
  });

  it('refuses an invalid name, an owner that does not run, and an unknown engine', async () => {
    await expect(startEngine('Big Name')).rejects.toThrow(`not '${ownName('Big Name')}'`);
    await expect(startEngine('ownerless', { owner: 4194305 })).rejects.toThrow('no such process');
    expect((await run(script, ['env', 'ownerless'])).code).toBe(3);
    expect((await run(script, ['up'])).code).toBe(2);
    expect((await run(script, ['env', 'nobody'])).code).toBe(3);
  });
});
