import type { KubeAnswer, KubeCases } from '../../labs/shared/manifest-cases';
import { kubeCommands } from '../../src/kubernetes/model/commands';
import { labs } from '../../labs/index';
import { platformOf, type ProbeLab } from '../../labs/lab';
import type { KubernetesLab } from '../../src/kubernetes/lab';
import { useCluster, type Cluster } from '../cluster/cluster';
import { casesOf, Reader, type Judgement } from './reader';

let cluster: Cluster;

const { type, need, check, fails } = new Reader(() => cluster);
const passed = { code: 0, status: 'passed', problems: [] };
const failed = { code: 1, status: 'failed' };

/** Holds labs of Kubernetes to what each lab promises, on a real cluster. */
export function contractOfKubernetes(...ids: readonly string[]): void {
  onCluster();
  afterEach(() => cluster.reset());
  const chosen = labs.filter((lab) => platformOf(lab) === 'kubernetes' && ids.includes(lab.id));
  describe.each(chosen.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) => {
    if (lab.platform === 'kubernetes') kubernetesLab(lab);
    if (lab.platform === 'machine') probe(lab);
  });
}

/** Walks through labs of Kubernetes as a reader who gets everything wrong: each continues what the one before has left, then all is taken down. */
export function walkThrough(...ids: readonly string[]): void {
  let before: readonly string[];
  let isOnItsWay = true;
  beforeAll(async () => {
    before = await cluster.inventory();
  });

  it.each(ids)('%s fails untouched, tells what is wrong, and leads to a pass', async (id) => {
    if (!isOnItsWay) throw new Error('the walk ended before, at the lab that failed first');
    isOnItsWay = false;
    const { walk } = kubeCasesOf(id);
    await type(walk[0]?.before ?? ':');
    await need('up', id);
    expect(await check(id)).toMatchObject(failed);
    for (const answer of walk) {
      await type(answer.typed);
      const { problems } = await fails(id, answer);
      await doAsTold(problems, answer.mend);
    }
    expect(await check(id)).toMatchObject(passed);
    isOnItsWay = true;
  });

  it('leaves nothing once it is taken down', async () => {
    await need('down', ...ids, '--yes');
    expect(await cluster.inventory()).toEqual(before);
  });
}

/** Gives the tests of a file their cluster, and ends it with them. */
export function onCluster(): void {
  // Some answers in a row, each with Pods that are waited for, on a machine that may be ten times slower.
  jest.setTimeout(900_000);
  beforeAll(async () => {
    cluster = await useCluster();
  });
  afterAll(() => cluster.stop());
}

function kubeCasesOf(id: string): KubeCases {
  return casesOf({ id }) as KubeCases;
}

/** What a reader does about what was told: mends what there is to mend, and types the commands as they are printed. */
async function doAsTold(problems: Judgement['problems'], mend?: string): Promise<void> {
  if (mend) await type(mend);
  for (const command of new Set(problems.flatMap(({ commands }) => commands))) {
    // One that fails keeps the check from passing, or is meant for a machine of another kind.
    await cluster.sh(withName(command));
  }
}

/** A command in which the reader chooses a Pod. */
function withName(command: string): string {
  const pod = 'kubectl get pods -l app=apa000kube -o jsonpath={.items[0].metadata.name}';
  return command.replace(/\bNAME\b/, `"$(${pod})"`);
}

function kubernetesLab(lab: KubernetesLab): void {
  const { id } = lab;
  const { right, wrong } = kubeCasesOf(id);

  it('fails untouched, is solved by the commands that it shows, typed verbatim, and leaves nothing', async () => {
    const before = await cluster.inventory();
    await need('up', id);
    const { problems, ...untouched } = await check(id);
    expect(untouched).toMatchObject(failed);
    expect(problems).not.toEqual([]);
    const shown = await need('show', id, '--solution');
    expect(shown).toBe(`${kubeCommands(lab).join('\n')}\n`);
    await type(`set -e\n${shown}`);
    expect(await check(id)).toMatchObject(passed);
    await need('down', id, '--yes');
    expect(await cluster.inventory()).toEqual(before);
  });

  it('is solved by dkkb, once and again, and leaves nothing', async () => {
    const before = await cluster.inventory();
    await need('solve', id);
    expect(await check(id)).toMatchObject(passed);
    await need('solve', id);
    expect(await check(id)).toMatchObject({ code: 0 });
    await need('down', id, '--yes');
    expect(await cluster.inventory()).toEqual(before);
  });

  it.each(Object.entries(right))('is solved so: %s', async (_title, lines) => {
    await need('up', id);
    await type(`set -e\n${lines}`);
    expect(await check(id)).toMatchObject(passed);
  });

  const answers = Object.entries(wrong);
  const slips = answers.filter(([, { isSlip }]) => isSlip);
  // One after the other on what the one before has left: the cluster is filled once for all of them.
  if (slips.length > 0)
    it(`is not solved with a slip in the file; what is told leads to a pass: ${slips.map(([title]) => title).join('; ')}`, async () => {
      await need('up', id);
      for (const [title, answer] of slips) await missesAndMends(id, title, answer);
    });

  it.each(answers.filter(([, { isSlip }]) => !isSlip))(
    'is not solved so: %s; what is told leads to a pass',
    async (title, answer) => {
      if (answer.before) await type(answer.before);
      await need('up', id);
      await missesAndMends(id, title, answer);
    },
  );
}

/** Types a wrong answer, and does what is told, round for round, until the check passes. */
async function missesAndMends(id: string, title: string, answer: KubeAnswer): Promise<void> {
  const rounds: string[] = [];
  try {
    await type(answer.typed);
    let judgement = await fails(id, answer);
    for (let { mend } = answer; judgement.code !== 0; mend = undefined) {
      rounds.push(judgement.problems.map(({ code }) => code).join(', '));
      if (rounds.length > 5) throw new Error('what is told leads nowhere');
      await doAsTold(judgement.problems, mend);
      judgement = await check(id);
    }
  } catch (error) {
    throw new Error(`${title}, told of: ${rounds.join('; then ') || 'nothing yet'}`, {
      cause: error,
    });
  }
}

function probe({ id }: ProbeLab): void {
  it('passes where a cluster answers, with nothing to give or to remove, and for each of its commands', async () => {
    const before = await cluster.inventory();
    expect(await check(id)).toMatchObject(passed);
    for (const command of ['up', 'solve', 'down']) {
      expect((await cluster.dkkb(command, id)).code).toBe(2);
    }
    await type(`set -e\n${await need('show', id, '--solution')}`);
    expect(await cluster.inventory()).toEqual(before);
  });
}
