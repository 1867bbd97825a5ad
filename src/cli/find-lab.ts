import { labs } from '../../labs/index';
import { chapterOf, type Lab } from '../../labs/lab';
import type { Text } from '../core/text';
import type { DockerLab } from '../docker/lab';
import type { KubernetesLab } from '../kubernetes/lab';
import { idsNear } from './near-labs';
import { UsageError } from './usage-error';

/** The lab of that id; throws a UsageError that offers those that may be meant. */
export function findLab(id: string): Lab {
  const lab = labs.find((other) => other.id === id);
  if (lab) return lab;
  throw new UsageError(noSuchLab(id));
}

function noSuchLab(id: string): Text {
  const near = idsNear(id).join(', ');
  return {
    ko: `\`${id}\` 실습이 없습니다.${near ? ` 혹시 이것인가요? ${near}.` : ''} 모든 실습: dkkb list`,
    en: `There is no lab \`${id}\`.${near ? ` Did you mean: ${near}?` : ''} All labs: dkkb list`,
  };
}

/** The labs of these ids, each once; words of which none is an id are taken as one, such as words of a title. */
function findLabs(ids: readonly string[]): Lab[] {
  const isKnown = ids.some((id) => labs.some((lab) => lab.id === id));
  return [...new Set(isKnown ? ids : [ids.join(' ')])].map(findLab);
}

/** A lab that has a setup and leaves something behind. */
export type ChangingLab = DockerLab | KubernetesLab;

/** The lab of that id, if it has a setup; throws a UsageError for a lab that only checks the machine. */
export function findChangingLab(id: string): ChangingLab {
  const lab = findLab(id);
  if (lab.platform !== 'machine') return lab;
  throw new UsageError({
    ko: `\`${id}\` 실습은 컴퓨터를 확인하기만 하므로 준비하거나 정리할 것이 없습니다. 확인하기: dkkb check ${id}`,
    en: `The lab \`${id}\` only looks at the machine. There is nothing to prepare or to remove. Check it: dkkb check ${id}`,
  });
}

/** The labs of these ids, each once, if each has a setup. */
export function findChangingLabs(ids: readonly string[]): ChangingLab[] {
  return findLabs(ids).map(({ id }) => findChangingLab(id));
}

/** Every lab that has a setup. */
export function changingLabs(): ChangingLab[] {
  return labs.filter((lab): lab is ChangingLab => lab.platform !== 'machine');
}

/** The labs that `ID...` or `--chapter N` name, each once; throws a UsageError for neither, or for a chapter without labs. */
export function chooseLabs(ids: readonly string[], chapter: string | undefined): Lab[] {
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

function labsOfChapter(chapter: string): Lab[] {
  const found = labs.filter((lab) => chapterOf(lab) === Number(chapter));
  if (found.length > 0) return found;
  const chapters = [...new Set(labs.map(chapterOf))].join(', ');
  throw new UsageError({
    ko: `${chapter}장에는 실습이 없습니다. 실습이 있는 장: ${chapters}`,
    en: `Chapter ${chapter} has no labs. Chapters with labs: ${chapters}`,
  });
}
