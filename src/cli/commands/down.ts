import type { LabObject, RemovalPlan } from '../../core/verbs/removal';
import type { Platform } from '../../core/platform';
import { commandOf, type CommandLine } from '../../core/shell/command';
import { platformOf } from '../../../labs/lab';
import { type Text } from '../../core/text';
import { Failure } from '../../core/failure';
import { readRecords } from '../../core/machine/records';
import { confirm } from '../confirm';
import { say } from '../language';
import { changingLabs, findChangingLabs, type ChangingLab } from '../find-lab';
import { hold } from '../hold';
import { placeToChange, type PlaceFlags } from '../place';
import { goneMachine, machinesThatStay, type Staying } from '../remote/gone';
import { wordsOf } from '../remote/machine';
import { describeObject, printRemoval, printRemovalJson, type Removal } from '../views/removal';
import { chat, exit, mark, paint, print, printLine, reporter } from '../views/terminal';
import { UsageError } from '../usage-error';

interface DownOptions extends PlaceFlags {
  readonly all?: boolean;
  readonly yes?: boolean;
  readonly images?: boolean;
  readonly output?: string;
}

/** `dkkb down`: lists what belongs to the labs, removes it, looks again; exit code 1 when something is left. */
export async function down(ids: readonly string[], options: DownOptions): Promise<number> {
  if (options.all && ids.length > 0) throw both;
  if (!options.all && ids.length === 0) throw usage;
  const labs = await (options.all ? changingLabs() : findChangingLabs(ids));
  const gone = await goneMachine(options);
  if (gone) return tellGone(gone, options);
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
    notes: removals.flatMap(({ notes = [] }) => notes),
  };
  // JSON is one document: where a place did not answer, that is the error.
  if (options.output !== 'json') {
    printRemoval(removal, withYes(ids, options));
    if (options.all && options.on === undefined) (await machinesThatStay()).forEach(tellStays);
  } else if (!failures[0]) printRemovalJson(removal);
  if (failures[0]) throw failures[0];
  const { left, kept, strangers } = removal;
  return left.length + kept.length + strangers.length === 0 ? exit.done : exit.failed;
}

/** Says that nothing is left, because the machine itself is gone. */
function tellGone(text: Text, { output }: DownOptions): number {
  if (output === 'json') printRemovalJson(nothing);
  else print(`${mark.passed} ${say(text)}`);
  return exit.done;
}

const nothing = { removed: [], left: [], reasons: [], blocked: [], kept: [], strangers: [] };

function tellStays({ text, command }: Staying): void {
  printLine(`${mark.arrow} ${say(text)}: ${paint.bold(command)}`);
}

/** The same command with the reader's yes. */
function withYes(ids: readonly string[], options: DownOptions): CommandLine {
  const { all, images } = options;
  const chosen = [...(all ? ['--all'] : ids), ...(images ? ['--images'] : [])];
  return commandOf('dkkb', 'down', ...chosen, ...wordsOf(options), '--yes');
}

async function removeThere(labs: readonly ChangingLab[], options: DownOptions): Promise<Removal[]> {
  const place = await openToRemove(labs, options);
  if (!place) return [];
  const removal = hold(labs, place, () => removeFrom(place, labs, options));
  return [await removal.finally(() => place.close())];
}

// Without a cluster, there is nothing of chapter 8 to remove.
async function openToRemove(
  labs: readonly ChangingLab[],
  options: DownOptions,
): Promise<Platform | undefined> {
  const [first] = labs;
  if (!first) return undefined;
  const opening = placeToChange(first, options);
  if (!options.all || platformOf(first) === 'docker') return opening;
  let opened: Platform | undefined;
  try {
    opened = await opening;
    const records = await readRecords(opened.folder);
    if (labs.some(({ id }) => records.get(id)?.begun)) return opened;
    await opened.planRemoval([], { images: false });
    return opened;
  } catch (error) {
    await opened?.close();
    if (!(error instanceof Failure) || options.context !== undefined) throw error;
    // Of a machine that is not reached, nothing is known.
    if (error.code.startsWith('ssh-')) throw error;
    if (error.code === 'context-not-local') reporter.note(leftAlone(error.values['context'] ?? ''));
    else if (!isNone(error)) reporter.note(notLookedAt(error));
    return undefined;
  }
}

function isNone({ code }: Failure): boolean {
  return ['no-cluster', 'remote-cluster-missing', 'program-missing'].includes(code);
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
    ...(options.dir === undefined ? {} : { within: place.dir }),
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
  };
}

function announce({ removable, changedFiles }: RemovalPlan): void {
  removable.forEach((object) => chat(`- ${describeObject(object)}`));
  changedFiles.forEach((path) =>
    reporter.note({
      ko: `\`${path}\` 파일은 그동안 고치셨으므로 그대로 둡니다.`,
      en: `You have changed the file \`${path}\` since; it stays.`,
    }),
  );
}

function questionFor(readers: readonly LabObject[]): Text {
  const names = readers.map(({ name }) => name).join(', ');
  return {
    ko: `직접 만드신 것도 삭제할까요? ${names}`,
    en: `Remove what you made yourself, too? ${names}`,
  };
}
