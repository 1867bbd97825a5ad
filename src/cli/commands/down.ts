import type { LabObject } from '../../core/verbs/removal';
import type { Platform } from '../../core/platform';
import type { RemovalOutcome, RemovalPlan } from '../../core/verbs/removal';
import type { Problem } from '../../core/problem';
import { platformOf } from '../../../labs/lab';
import { type Text } from '../../core/text';
import { Failure } from '../../core/failure';
import { readRecords } from '../../core/machine/records';
import { confirm } from '../confirm';
import { folderOf } from '../folder';
import { changingLabs, findChangingLabs, type ChangingLab } from '../find-lab';
import { hold } from '../hold';
import { say } from '../language';
import { placeToChange, type PlaceFlags } from '../place';
import { printProblem, problemJson } from '../views/problem';
import { chat, exit, mark, print, printJson, reporter } from '../views/terminal';
import { UsageError } from '../usage-error';

interface DownOptions extends PlaceFlags {
  readonly all?: boolean;
  readonly yes?: boolean;
  readonly images?: boolean;
  readonly output?: string;
}

/** The result of a removal, with the things that it must not touch. */
interface Removal extends RemovalOutcome {
  readonly kept: readonly LabObject[];
  readonly strangers: readonly LabObject[];
  readonly notes: readonly Problem[];
}

/** `dkkb down`: lists what belongs to the labs, removes it, looks again; exit code 1 when something is left. */
export async function down(ids: readonly string[], options: DownOptions): Promise<number> {
  if (options.all && ids.length > 0) throw both;
  if (!options.all && ids.length === 0) throw usage;
  const labs = await (options.all ? changingLabs() : findChangingLabs(ids));
  const removals: Removal[] = [];
  const failures: Failure[] = [];
  // One place after the other, because each lists first what it will remove.
  for (const ground of new Set(labs.map(platformOf))) {
    const own = labs.filter((lab) => platformOf(lab) === ground);
    try {
      removals.push(...(await removeThere(own, options)));
    } catch (error) {
      // When one place does not answer, the other is still cleaned up.
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  if (removals.length === 0 && failures[0]) throw failures[0];
  const removal: Removal = {
    removed: removals.flatMap(({ removed }) => removed),
    left: removals.flatMap(({ left }) => left),
    reasons: removals.flatMap(({ reasons }) => reasons),
    blocked: removals.flatMap(({ blocked }) => blocked),
    kept: removals.flatMap(({ kept }) => kept),
    strangers: removals.flatMap(({ strangers }) => strangers),
    notes: removals.flatMap(({ notes }) => notes),
  };
  // JSON is one document: where a place did not answer, that is the error.
  if (options.output !== 'json') printRemoval(removal);
  else if (!failures[0]) printRemovalJson(removal);
  if (failures[0]) throw failures[0];
  const { left, kept, strangers } = removal;
  return left.length + kept.length + strangers.length === 0 ? exit.done : exit.failed;
}

async function removeThere(labs: readonly ChangingLab[], options: DownOptions): Promise<Removal[]> {
  const place = await openToRemove(labs, options);
  return place ? [await hold(labs, place, () => removeFrom(place, labs, options))] : [];
}

// Without a cluster, there is nothing of chapter 8 to remove.
async function openToRemove(
  labs: readonly ChangingLab[],
  options: DownOptions,
): Promise<Platform | undefined> {
  const [first] = labs;
  if (!first) return undefined;
  const place = placeToChange(first, options);
  if (!options.all || platformOf(first) === 'docker') return place;
  try {
    const opened = await place;
    const records = await readRecords(opened.folder);
    if (labs.some(({ id }) => records.get(id)?.begun)) return opened;
    await opened.planRemoval([], { images: false });
    return opened;
  } catch (error) {
    if (!(error instanceof Failure) || options.context !== undefined) throw error;
    if (error.code === 'context-not-local') reporter.note(leftAlone(error.values['context'] ?? ''));
    else if (!isNone(error)) reporter.note(notLookedAt(error));
    return undefined;
  }
}

function isNone({ code }: Failure): boolean {
  return code === 'no-cluster' || code === 'program-missing';
}

// This program began nothing of chapter 8 here; things that were made by hand may still be there.
function notLookedAt({ code, values: { context = '' } }: Failure): Text {
  return {
    ko: `쿠버네티스 클러스터${context ? `(\`${context}\`)` : ''}에는 물어보지 못해 그곳에 남은 것이 있는지 모릅니다 [${code}].`,
    en: `The Kubernetes cluster${context ? ` (\`${context}\`)` : ''} could not be asked, so it is not known what is left there [${code}].`,
  };
}

function leftAlone(context: string): Text {
  return {
    ko: `kubectl의 \`${context}\` 컨텍스트는 이 컴퓨터의 클러스터라고 볼 수 없어 건드리지 않았습니다. 거기도 정리하려면: --context ${context}`,
    en: `kubectl's context \`${context}\` is not known to be a cluster of this computer and was left alone. To clean up there, too: --context ${context}`,
  };
}

const both = new UsageError({
  ko: '실습 id와 --all은 함께 쓸 수 없습니다.',
  en: 'Name labs or --all, not both.',
});

const usage = new UsageError({
  ko: '정리할 실습의 id나 --all이 필요합니다. 예: dkkb down ch04-port',
  en: 'Name the labs or --all, for example: dkkb down ch04-port',
});

async function removeFrom(
  place: Platform,
  labs: readonly ChangingLab[],
  options: DownOptions,
): Promise<Removal> {
  const plan = await place.planRemoval(labs, {
    images: options.images ?? false,
    ...(options.dir === undefined ? {} : { within: folderOf(options) }),
  });
  const readers = plan.removable.filter(({ owner }) => owner === 'reader');
  announce(plan);
  const agreed = readers.length === 0 || options.yes || (await confirm(questionFor(readers)));
  const chosen = agreed ? plan.removable : plan.removable.filter(({ owner }) => owner === 'ours');
  const act = () => place.remove(plan, chosen);
  const text = { ko: '삭제하는 중', en: 'Removing' };
  const outcome = await (chosen.length === 0 ? act() : reporter.step(text, act));
  return {
    ...outcome,
    kept: agreed ? [] : readers,
    strangers: plan.strangers,
    notes: plan.notes ?? [],
  };
}

function announce({ removable, changedFiles }: RemovalPlan): void {
  removable.forEach((object) => chat(`- ${describe(object)}`));
  changedFiles.forEach((path) =>
    reporter.note({
      ko: `\`${path}\` 파일은 그동안 고치셨으므로 그대로 둡니다.`,
      en: `You have changed the file \`${path}\` since; it stays.`,
    }),
  );
}

function describe({ kind, name, owner, image, createdAt }: LabObject): string {
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

function questionFor(readers: readonly LabObject[]): Text {
  const names = readers.map(({ name }) => name).join(', ');
  return {
    ko: `직접 만드신 것도 삭제할까요? ${names}`,
    en: `Remove what you made yourself, too? ${names}`,
  };
}

function printRemoval(removal: Removal): void {
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

function printRemovalJson(removal: Removal): void {
  const { removed, left, reasons, blocked, kept, strangers } = removal;
  const [problems, notes] = [blocked, removal.notes].map((list) => list.map(problemJson));
  printJson({ removed, left: [...left, ...kept], strangers, reasons, problems, notes });
}
