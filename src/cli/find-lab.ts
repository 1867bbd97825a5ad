import { distance } from 'fastest-levenshtein';
import { labs } from '../../labs/index';
import { chapterOf, type Lab } from '../../labs/lab';
import type { DockerLab } from '../docker/lab';
import type { KubernetesLab } from '../kubernetes/lab';
import { UsageError } from './usage-error';

/** The lab of that id; throws a UsageError that offers the nearest ids. */
export function findLab(id: string): Lab {
  const lab = labs.find((other) => other.id === id);
  if (lab) return lab;
  const nearest = nearestIds(id);
  const offer = nearest.join(', ');
  throw new UsageError({
    ko: `\`${id}\` 실습이 없습니다.${offer ? ` 혹시 이것인가요? ${offer}.` : ''} 모든 실습: dkkb list`,
    en: `There is no lab \`${id}\`.${offer ? ` Did you mean: ${offer}?` : ''} All labs: dkkb list`,
  });
}

function nearestIds(id: string): string[] {
  const key = id.toLowerCase();
  const ranked = labs
    .map((lab) => ({ id: lab.id, far: lab.id.includes(key) ? 0 : distance(lab.id, key) }))
    .filter(({ far }) => far <= Math.max(3, key.length / 2))
    .sort((one, other) => one.far - other.far);
  return ranked.slice(0, 3).map((entry) => entry.id);
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
  if (ids.length > 0) return [...new Set(ids)].map(findLab);
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
