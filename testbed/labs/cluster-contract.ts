import type { KubeAnswer, KubeCases } from '../../labs/shared/manifest-cases';
import { labs } from '../../labs/index';
import { platformOf, type ProbeLab } from '../../labs/lab';
import type { KubernetesLab } from '../../src/kubernetes/lab';
import { useCluster, type Cluster } from '../cluster/cluster';
import { casesOf, Reader, toType, type Judgement } from './reader';

let cluster: Cluster;

const { type, need, check, solvesAsShown, fails } = new Reader(() => cluster);
const passed = { code: 0, status: 'passed', problems: [] };
const failed = { code: 1, status: 'failed' };

/** Tests on a real cluster that Kubernetes labs do what every lab has to do. */
export function contractOfKubernetes(...ids: readonly string[]): void {
  onCluster();
  afterEach(() => cluster.reset());
  const chosen = labs.filter((lab) => platformOf(lab) === 'kubernetes' && ids.includes(lab.id));
  describe.each(chosen.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) => {
    if (lab.platform === 'kubernetes') kubernetesLab(lab);
    if (lab.platform === 'machine') probe(lab);
  });
}

/** Goes through Kubernetes labs as a reader who makes every mistake. Each lab continues from the one before; at the end everything is removed. */
export function walkThrough(...ids: readonly string[]): void {
  let before: readonly string[];
  let isOnItsWay = true;
  beforeAll(async () => {
    before = await cluster.inventory();
  });

  it.each(ids)(
    '%s fails at first, says what is wrong, and its remedies lead to a pass',
    async (id) => {
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
    },
  );

  it('down leaves nothing', async () => {
    await need('down', ...ids, '--yes');
    expect(await cluster.inventory()).toEqual(before);
  });
}

/** Starts a cluster for the tests of a file, and ends it after them. */
export function onCluster(): void {
  // A test has several answers and waits for Pods each time, on a machine that may be ten times slower.
  jest.setTimeout(900_000);
  beforeAll(async () => {
    cluster = await useCluster();
  });
  afterAll(() => cluster.stop());
}

function kubeCasesOf(id: string): KubeCases {
  return casesOf({ id }) as KubeCases;
}

/** Does what a reader does about reported problems: corrects the file by hand, and types the printed commands. */
async function doAsTold(problems: Judgement['problems'], mend?: string): Promise<void> {
  if (mend) await type(mend);
  for (const command of new Set(toType(problems))) {
    // A command may fail, because it is for another kind of machine; else the check does not pass.
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

  it('fails at first, passes after the commands that `show` prints, and leaves nothing', async () => {
    const before = await cluster.inventory();
    await need('up', id);
    const { problems, ...untouched } = await check(id);
    expect(untouched).toMatchObject(failed);
    expect(problems).not.toEqual([]);
    await solvesAsShown(id);
    expect(await check(id)).toMatchObject(passed);
    await need('down', id, '--yes');
    expect(await cluster.inventory()).toEqual(before);
  });

  it('is solved by dkkb, also a second time, and leaves nothing', async () => {
    const before = await cluster.inventory();
    await need('solve', id);
    expect(await check(id)).toMatchObject(passed);
    await need('solve', id);
    expect(await check(id)).toMatchObject({ code: 0 });
    await need('down', id, '--yes');
    expect(await cluster.inventory()).toEqual(before);
  });

  it.each(Object.entries(right))('passes with the right answer: %s', async (_title, lines) => {
    await need('up', id);
    await type(`set -e\n${lines}`);
    expect(await check(id)).toMatchObject(passed);
  });

  const answers = Object.entries(wrong);
  const slips = answers.filter(([, { isSlip }]) => isSlip);
  // Each slip continues from the one before, so the cluster is filled only once.
  if (slips.length > 0)
    it(`fails with a slip in the file, and its remedies lead to a pass: ${slips.map(([title]) => title).join('; ')}`, async () => {
      await need('up', id);
      for (const [title, answer] of slips) await missesAndMends(id, title, answer);
    });

  it.each(answers.filter(([, { isSlip }]) => !isSlip))(
    'fails with the wrong answer: %s; its remedies lead to a pass',
    async (title, answer) => {
      if (answer.before) await type(answer.before);
      await need('up', id);
      await missesAndMends(id, title, answer);
    },
  );
}

/** Types a wrong answer, then follows the remedies, round by round, until the check passes. */
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
  it('passes when a cluster answers, also after each of its commands; it has nothing to set up or remove', async () => {
    const before = await cluster.inventory();
    expect(await check(id)).toMatchObject(passed);
    for (const command of ['up', 'solve', 'down']) {
      expect((await cluster.dkkb(command, id)).code).toBe(2);
    }
    await solvesAsShown(id);
    expect(await cluster.inventory()).toEqual(before);
  });
}
