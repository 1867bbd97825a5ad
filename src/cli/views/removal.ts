import type { Problem } from '../../core/problem';
import { commandOf, type CommandLine } from '../../core/shell/command';
import { typed } from '../../core/shell/typed';
import type { Text } from '../../core/text';
import type { LabObject, RemovalOutcome } from '../../core/verbs/removal';
import { say } from '../language';
import { printProblem, problemJson } from './problem';
import { mark, paint, print, printJson, printLine } from './terminal';

/** The result of a removal, with the things that it must not touch. */
export interface Removal extends RemovalOutcome {
  readonly kept: readonly LabObject[];
  readonly strangers: readonly LabObject[];
}

/** A thing of a lab in one line, with what a user needs to recognise it. */
export function describeObject({ kind, name, owner, image, createdAt }: LabObject): string {
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

/** Prints what a removal has done, and what is left for which reason; `withYes` is the command that removes the reader's own things, too. */
export function printRemoval(removal: Removal, withYes: CommandLine): void {
  const { removed, left, reasons, blocked, kept, strangers, notes = [] } = removal;
  for (const object of left) {
    print(
      `${mark.failed} ${say({ ko: '삭제하지 못함', en: 'could not be removed' })}: ${describeObject(object)}`,
    );
  }
  reasons.forEach((reason) => print(`  ${mark.arrow} ${reason}`));
  blocked.forEach((problem) => printProblem(problem));
  if (kept.length > 0) printKept(kept, withYes);
  if (strangers.length > 0) printStrangers(strangers);
  const count = removed.length;
  if (left.length + kept.length + strangers.length > 0) {
    if (count > 0) print(say({ ko: `나머지 ${count}개는 삭제했습니다.`, en: `Removed ${count}.` }));
  } else {
    print(`${mark.passed} ${say(notes.length > 0 ? besidesNotes(count) : nothingLeft(count))}`);
  }
  notes.forEach((note) => printProblem(note));
}

function printKept(kept: readonly LabObject[], withYes: CommandLine): void {
  const text = { ko: '직접 만드신 것은 남겨 둠', en: 'kept, since you made it yourself' };
  print(`${mark.failed} ${say(text)}: ${byKind(kept)}`);
  printHow({ ko: '함께 삭제하려면:', en: 'To remove it, too:' }, withYes);
}

/** Things by their kind, such as `container a, b; volume c`. */
function byKind(objects: readonly LabObject[]): string {
  const present = [...new Set(objects.map(({ kind }) => kind))];
  return present
    .map((one) => {
      const names = objects.filter(({ kind }) => kind === one).map(({ name }) => name);
      return `${say(kinds[one])} ${names.join(', ')}`;
    })
    .join('; ');
}

function printStrangers(strangers: readonly LabObject[]): void {
  for (const object of strangers)
    print(
      `${mark.failed} ${say({ ko: '건드리지 않음', en: 'left alone' })}: ${describeObject(object)}`,
    );
  const names = strangers.map(({ name }) => name);
  const text = { ko: '필요 없다면 직접 삭제합니다:', en: 'If you do not need it:' };
  printHow(text, commandOf('docker', 'rm', '-f', ...names));
}

function printHow(text: Text, command: CommandLine): void {
  print(`  ${mark.arrow} ${say(text)}`);
  printLine(`      ${paint.bold(typed(command))}`);
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
  const told = (list: readonly Problem[]) => list.map(problemJson);
  const [problems, notes] = [told(blocked), told(removal.notes ?? [])];
  printJson({ removed, left: [...left, ...kept], strangers, reasons, problems, notes });
}
