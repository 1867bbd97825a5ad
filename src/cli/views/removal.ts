import type { Problem } from '../../core/problem';
import type { Text } from '../../core/text';
import type { LabObject, RemovalOutcome } from '../../core/verbs/removal';
import { say } from '../language';
import { printProblem, problemJson } from './problem';
import { mark, print, printJson } from './terminal';

/** The result of a removal, with the things that it must not touch. */
export interface Removal extends RemovalOutcome {
  readonly kept: readonly LabObject[];
  readonly strangers: readonly LabObject[];
  readonly notes: readonly Problem[];
}

/** Prints what is left and why, or that nothing is. */
export function printRemoval(removal: Removal): void {
  const { removed, left, reasons, blocked, kept, strangers, notes } = removal;
  for (const object of left) {
    print(
      `${mark.failed} ${say({ ko: '삭제하지 못함', en: 'could not be removed' })}: ${describe(object)}`,
    );
  }
  reasons.forEach((reason) => print(`  ${mark.arrow} ${reason}`));
  blocked.forEach((problem) => printProblem(problem));
  for (const object of kept) {
    print(`${mark.failed} ${say({ ko: '남겨 둠', en: 'kept' })}: ${describe(object)}`);
    print(
      `  ${mark.arrow} ${say({ ko: '삭제하려면 --yes를 붙입니다.', en: 'To remove it, add --yes.' })}`,
    );
  }
  for (const object of strangers) {
    print(`${mark.failed} ${say({ ko: '건드리지 않음', en: 'left alone' })}: ${describe(object)}`);
    print(
      `  ${mark.arrow} ${say({ ko: '필요 없다면 직접 삭제합니다', en: 'If you do not need it' })}: docker rm -f ${object.name}`,
    );
  }
  const count = removed.length;
  if (left.length + kept.length + strangers.length > 0) {
    if (count > 0) print(say({ ko: `나머지 ${count}개는 삭제했습니다.`, en: `Removed ${count}.` }));
  } else {
    print(`${mark.passed} ${say(notes.length > 0 ? besidesNotes(count) : nothingLeft(count))}`);
  }
  notes.forEach((note) => printProblem(note));
}

function besidesNotes(count: number): Text {
  return {
    ko: `${count}개를 삭제했고, 실습의 이름으로 남은 것은 없습니다. 다음은 직접 확인합니다.`,
    en: `Removed ${count}; nothing is left under the names of the exercise. See for yourself:`,
  };
}

function nothingLeft(count: number): Text {
  return count === 0
    ? { ko: '남아 있는 것이 없습니다.', en: 'Nothing is left.' }
    : {
        ko: `${count}개를 삭제했고, 남은 것이 없습니다.`,
        en: `Removed ${count}; nothing is left.`,
      };
}

/** Prints the same for scripts. */
export function printRemovalJson(removal: Removal): void {
  const { removed, left, reasons, blocked, kept, strangers } = removal;
  const [problems, notes] = [blocked, removal.notes].map((list) => list.map(problemJson));
  printJson({ removed, left: [...left, ...kept], strangers, reasons, problems, notes });
}

/** A thing in words: its kind, its name, and whose it is. */
export function describe({ kind, name, owner, image, createdAt }: LabObject): string {
  const details = [image, createdAt.slice(0, 16).replace('T', ' '), say(owners[owner])];
  return `${say(kinds[kind])} ${name} (${details.filter(Boolean).join(', ')})`;
}

const owners: Readonly<Record<LabObject['owner'], Text>> = {
  ours: { ko: 'dkkb가 만듦', en: 'made by dkkb' },
  reader: { ko: '직접 만드신 것', en: 'made by you' },
  stranger: { ko: '이 실습의 것이 아님', en: 'not of this lab' },
};

const kinds: Readonly<Record<LabObject['kind'], Text>> = {
  container: { ko: '컨테이너', en: 'container' },
  network: { ko: '네트워크', en: 'network' },
  volume: { ko: '볼륨(안의 데이터 포함)', en: 'volume (with its data)' },
  image: { ko: '이미지', en: 'image' },
  pod: { ko: '파드', en: 'Pod' },
  replicaset: { ko: '레플리카셋과 파드', en: 'ReplicaSet with its Pods' },
  deployment: { ko: '디플로이먼트와 파드', en: 'Deployment with its Pods' },
  service: { ko: '서비스', en: 'Service' },
  file: { ko: '파일', en: 'file' },
};
