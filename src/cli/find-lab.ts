import { exercises } from '../../labs/exercises';
import { chapterOf, platformOf, type Exercise, type Lab } from '../../labs/lab';
import type { Text } from '../core/text';
import type { DockerLab } from '../docker/lab';
import type { KubernetesLab } from '../kubernetes/lab';
import { UsageError } from './usage-error';

/** The lab of that id without its checks; throws a UsageError that offers those that may be meant. */
export async function findExercise(id: string): Promise<Exercise> {
  const found = exercises.find((other) => other.id === id);
  if (found) return found;
  throw new UsageError(await noSuchLab(id));
}

/** The lab of that id; throws a UsageError that offers those that may be meant. */
export async function findLab(id: string): Promise<Lab> {
  const lab = await labsWith[platformOf(await findExercise(id))](id);
  if (!lab) throw new Error(`the list of labs lacks ${id}`);
  return lab;
}

/** The checks of a platform are loaded when one of its labs is asked for; those of the appendix lab by lab, as they share little. */
const labsWith = {
  docker: async (id: string) => withId((await import('../../labs/docker-labs')).labs, id),
  kubernetes: async (id: string) => withId((await import('../../labs/cluster-labs')).labs, id),
  computer: async (id: string) => (await import('../../labs/app-lab')).appLabs[id]?.(),
};

const withId = (labs: readonly Lab[], id: string) => labs.find((lab) => lab.id === id);

async function noSuchLab(id: string): Promise<Text> {
  if (id.trim() === '')
    return {
      ko: '실습 id가 비어 있습니다. 모든 실습: dkkb list',
      en: 'The id of the lab is empty. All labs: dkkb list',
    };
  // The appendix is no lab, but a chapter of them.
  if (appendixNames.includes(id.trim().toLowerCase()))
    return {
      ko: `\`${id}\` 실습이 없습니다. 부록의 실습을 모두 확인하려면: dkkb check --chapter app. 모든 실습: dkkb list`,
      en: `There is no lab \`${id}\`. To check all labs of the appendix: dkkb check --chapter app. All labs: dkkb list`,
    };
  const { idsNear } = await import('./near-labs');
  const near = idsNear(id).join(', ');
  return {
    ko: `\`${id}\` 실습이 없습니다.${near ? ` 혹시 이것인가요? ${near}.` : ''} 모든 실습: dkkb list`,
    en: `There is no lab \`${id}\`.${near ? ` Did you mean: ${near}?` : ''} All labs: dkkb list`,
  };
}

/** The labs of these ids, each once; words of which none is an id are taken as one, such as words of a title. */
function findLabs(ids: readonly string[]): Promise<Lab[]> {
  const isKnown = ids.some((id) => exercises.some((lab) => lab.id === id));
  return Promise.all([...new Set(isKnown ? ids : [ids.join(' ')])].map(findLab));
}

/** A lab that has a setup and leaves something behind. */
export type ChangingLab = DockerLab | KubernetesLab;

/** The lab of that id, if it has a setup; throws a UsageError for a lab that only checks the machine. */
export async function findChangingLab(id: string): Promise<ChangingLab> {
  return withSetup(await findLab(id));
}

function withSetup(lab: Lab): ChangingLab {
  if (lab.platform !== 'machine') return lab;
  const { id } = lab;
  if (lab.byHand)
    throw new UsageError({
      ko: `\`${id}\` 실습은 직접 하는 실습입니다. 정답 명령: dkkb show ${id} --solution. 확인하기: dkkb check ${id}`,
      en: `The lab \`${id}\` is done by hand. Its commands: dkkb show ${id} --solution. Check it: dkkb check ${id}`,
    });
  throw new UsageError({
    ko: `\`${id}\` 실습은 컴퓨터를 확인하기만 하므로 준비하거나 정리할 것이 없습니다. 확인하기: dkkb check ${id}`,
    en: `The lab \`${id}\` only looks at the machine. There is nothing to prepare or to remove. Check it: dkkb check ${id}`,
  });
}

/** The labs of these ids, each once, if each has a setup. */
export async function findChangingLabs(ids: readonly string[]): Promise<ChangingLab[]> {
  return (await findLabs(ids)).map(withSetup);
}

/** Every lab that has a setup. */
export async function changingLabs(): Promise<ChangingLab[]> {
  const labs = await Promise.all(exercises.map(({ id }) => findLab(id)));
  return labs.filter((lab): lab is ChangingLab => lab.platform !== 'machine');
}

/** The labs that `ID...` or `--chapter N` name, each once; throws a UsageError for neither, or for a chapter without labs. */
export async function chooseLabs(
  ids: readonly string[],
  chapter: string | undefined,
): Promise<Lab[]> {
  if (chapter !== undefined && ids.length > 0) {
    throw new UsageError({
      ko: '실습 id와 --chapter는 함께 쓸 수 없습니다.',
      en: 'Name labs or --chapter, not both.',
    });
  }
  if (chapter !== undefined) return labsOfChapter(chapter);
  if (ids.length > 0) return findLabs(ids);
  throw new UsageError({
    ko: '실습 id나 --chapter가 필요합니다. 예: dkkb check ch04-port',
    en: 'Name a lab or a chapter, for example: dkkb check ch04-port',
  });
}

/** What `--chapter` calls the appendix. */
const appendixNames = ['app', 'appendix', '부록'];

function labsOfChapter(chapter: string): Promise<Lab[]> {
  const wanted = appendixNames.includes(chapter) ? undefined : Number(chapter);
  const found = exercises.filter((lab) => chapterOf(lab) === wanted);
  if (found.length > 0) return Promise.all(found.map(({ id }) => findLab(id)));
  const chapters = [...new Set(exercises.map((lab) => chapterOf(lab) ?? 'app'))].join(', ');
  throw new UsageError({
    ko: `${chapter}장에는 실습이 없습니다. 실습이 있는 장: ${chapters}`,
    en: `Chapter ${chapter} has no labs. Chapters with labs: ${chapters}`,
  });
}
