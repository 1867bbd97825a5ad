// @circle all
// @minutes 1
import { join } from 'node:path';

import { finish, useEmptyEngine } from '../../../testbed/engine/engine';
import { instead } from '../../../testbed/hostile/lies';
import { LyingApi } from '../../../testbed/hostile/lying-api';
import { Reader } from '../../../testbed/labs/reader';

jest.setTimeout(600_000);

const engine = useEmptyEngine();
const { need, check } = new Reader(engine);

const busy = { status: 500 };
const said = JSON.stringify({ message: 'context canceled' });

describe('a question that the engine answers with an error', () => {
  it.each([
    ['ch06-copy-in', /^GET \/containers\/[^/]+\/changes/],
    ['ch06-copy-out', /^GET \/containers\/[^/]+\/archive/],
    ['ch06-volume-mount', /^GET \/containers\/[^/]+\/archive/],
    ['ch06-volume-backup', /^GET \/containers\/[^/]+\/archive/],
    ['ch06-commit', /^GET \/images\/.+\/json/],
  ])('fails with command-failed, and the lab is not judged: %s, %s', async (id, question) => {
    await need('solve', id);
    const api = new LyingApi(
      join(engine().home, 'busy.sock'),
      engine().host.replace('unix://', ''),
    );
    await api.listen();
    api.lies = [instead(question, said, busy)];
    const env = { DOCKER_HOST: `unix://${api.socket}` };
    const asked = engine().spawnDkkb(['check', id, '-o', 'json'], { env });
    const { code, stdout } = await finish(asked);
    await api.stop();
    const [verdict] = (JSON.parse(stdout) as { labs: { problems: { code: string }[] }[] }).labs;
    const codes = new Set(verdict?.problems.map((problem) => problem.code));
    expect({ code, codes }).toEqual({ code: 3, codes: new Set(['command-failed']) });
    expect(await check(id)).toMatchObject({ code: 0, problems: [] });
  });
});
