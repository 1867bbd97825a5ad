// @circle all
// @minutes 1
import { join } from 'node:path';

import { finish, useEmptyEngine } from '../../../testbed/engine/engine';
import { Reader } from '../../../testbed/labs/reader';

jest.setTimeout(600_000);

const engine = useEmptyEngine();
const { type, need, check } = new Reader(engine);

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
  ])('is no answer: %s, docker %s', async (id, command) => {
    await need('solve', id);
    await failing(command);
    const env = { PATH: `${join(engine().home, 'bin')}:${engine().env['PATH'] ?? ''}` };
    const asked = engine().spawnDkkb(['check', id, '-o', 'json'], { env });
    const { code, stdout } = await finish(asked);
    const [verdict] = (JSON.parse(stdout) as { labs: { problems: { code: string }[] }[] }).labs;
    const codes = new Set(verdict?.problems.map((problem) => problem.code));
    expect({ code, codes }).toEqual({ code: 3, codes: new Set(['command-failed']) });
    expect(await check(id)).toMatchObject({ code: 0, problems: [] });
  });
});
