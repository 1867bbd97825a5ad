import { kubeCommands } from '../labs/kube-commands';
import { labs } from '../labs/index';
import { groundOf, type KubernetesLab, type ProbeLab } from '../labs/lab';
import { useCluster, type Cluster } from './cluster';
import { casesOf, Reader } from './reader';

let cluster: Cluster;

const { type, need, check, fails } = new Reader(() => cluster);

/** Holds labs of Kubernetes to what each lab promises, on a real cluster. */
export function contractOfKubernetes(...ids: readonly string[]): void {
  beforeAll(async () => {
    cluster = await useCluster();
  });
  afterEach(() => cluster.reset());

  const chosen = labs.filter((lab) => groundOf(lab) === 'kubernetes' && ids.includes(lab.id));
  describe.each(chosen.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) => {
    if (lab.platform === 'kubernetes') kubernetesLab(lab);
    if (lab.platform === 'machine') probe(lab);
  });
}

function kubernetesLab(lab: KubernetesLab): void {
  const { id } = lab;
  const { right, wrong } = casesOf(lab);
  let before: readonly string[];

  /** Takes the lab down, with the reader's yes: all that was made for it is gone, Pods included. */
  async function leavesNothing(): Promise<void> {
    await need('down', id, '--yes');
    expect(await cluster.inventory()).toEqual(before);
  }

  beforeEach(async () => {
    before = await cluster.inventory();
  });

  it('fails its check untouched, and leaves nothing', async () => {
    await need('up', id);
    const { code, status, problems } = await check(id);
    expect({ code, status }).toEqual({ code: 1, status: 'failed' });
    expect(problems).not.toEqual([]);
    await leavesNothing();
  });

  it('is solved by dkkb, once and again, and leaves nothing', async () => {
    await need('solve', id);
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
    await need('solve', id);
    expect(await check(id)).toMatchObject({ code: 0 });
    await leavesNothing();
  });

  it('is solved by the commands that it shows, typed verbatim, and leaves nothing', async () => {
    await need('up', id);
    const shown = await need('show', id, '--solution');
    expect(shown).toBe(`${kubeCommands(lab).join('\n')}\n`);
    await type(`set -e\n${shown}`);
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
    await leavesNothing();
  });

  it.each(Object.entries(right))('is solved so: %s', async (_title, lines) => {
    await need('up', id);
    await type(`set -e\n${lines}`);
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
  });

  it.each(Object.entries(wrong))('is not solved so: %s', async (_title, answer) => {
    if (answer.before) await type(answer.before);
    await need('up', id);
    await type(answer.typed);
    await fails(id, answer);
  });
}

function probe({ id }: ProbeLab): void {
  it('passes where a cluster answers, with nothing to give or to remove', async () => {
    const before = await cluster.inventory();
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
    for (const command of ['up', 'solve', 'down']) {
      expect((await cluster.dkkb(command, id)).code).toBe(2);
    }
    expect(await cluster.inventory()).toEqual(before);
  });

  it('passes for each of its commands, typed verbatim', async () => {
    await type(`set -e\n${await need('show', id, '--solution')}`);
  });

  it('cannot tell while the cluster does not answer', async () => {
    await cluster.stopProgram('kube-apiserver');
    const { code, status, problems } = await check(id);
    await cluster.startProgram('kube-apiserver');
    expect({ code, status }).toEqual({ code: 3, status: 'unknown' });
    expect(problems[0]).toMatchObject({
      code: 'cluster-not-answering',
      values: { context: 'testbed', server: 'https://127.0.0.1:6443' },
    });
  });
}
