import { callerIdentity } from '../../../class/aws/client';
import { findInstances } from '../../../class/aws/instances';
import { defaultRegion, isClassName } from '../../../class/config/config';
import type { Student } from '../../../class/config/students';
import { loadPlace } from '../../../class/config/place';
import { requireHere } from '../../../class/elsewhere';
import type { CloudResource } from '../../../class/aws/resource';
import { endClass } from '../../../class/down';
import { endPart, type Part } from '../../../class/end-part';
import type { EndedClass, Ending } from '../../../class/end-round';
import { ownerOf } from '../../../class/records/owner';
import { namesOf, remembered } from '../../../class/records/remembered';
import { lockClass } from '../../../class/session';
import { awaitAnyState } from '../../../class/terraform/state';
import { fleetFolder } from '../../../core/machine/paths';
import { makePrivateFolder } from '../../../core/machine/private-files';
import type { Text } from '../../../core/text';
import { confirm } from '../../confirm';
import { leftBehind } from '../../interrupt';
import { folderOf } from '../../folder';
import { say } from '../../language';
import { tellIssues } from '../../views/class/config-issues';
import { kindNames, thingLines } from '../../views/class/thing-names';
import { chat, exit, mark, print, reporter } from '../../views/terminal';
import { nameOne } from './down-unnamed';
import { endedJson, exitCodeOf, tellEnded } from './ended';
import { everywhere } from './list';
import { warnOfWhatRuns } from './may-run';
import { studentsNamed } from './named-students';
import { classCommand, type ClassOptions } from './options';
import { classOf, looking, notClass, waiting } from './shared';

interface DownOptions extends ClassOptions {
  readonly yes?: boolean;
  readonly student?: readonly string[];
  readonly instance?: readonly string[];
  readonly takeOver?: boolean;
}

const mistaken: Text = {
  ko: '설정 파일에 고칠 것이 있어, 읽을 수 있는 것만으로 합니다.',
  en: 'The configuration has mistakes; what can be read of it is used.',
};

/** `dkkb class down`: lists what the class has, removes it, and looks again in every region; exit code 1 when something is left, 2 when no class is named. Needs neither roster, nor state, nor Terraform. */
export async function classDown(options: DownOptions): Promise<number> {
  const place = loadPlace(folderOf(options), options.config ? { file: options.config } : {});
  if (place.issues.length > 0) {
    chat(`${mark.note} ${say(mistaken)}`);
    tellIssues(place.issues);
  }
  const fleet = options.class ?? place.class;
  const kept = fleet !== undefined && isClassName(fleet) && (await remembered(fleetFolder(fleet)));
  const isHere = fleet === place.class;
  const region =
    (isHere ? place.region : undefined) ?? (kept ? kept.region : undefined) ?? place.region;
  if (fleet !== undefined && isClassName(fleet)) warnOfWhatRuns(fleetFolder(fleet), fleet);
  const account = await reporter.step(looking, () =>
    callerIdentity(region ?? defaultRegion, { anyClock: true }),
  );
  if (fleet === undefined) return nameOne(place.hasFile, region ?? defaultRegion, options);
  if (!isClassName(fleet)) throw notClass(fleet);
  const folder = fleetFolder(fleet);
  await makePrivateFolder(folder);
  const owner = await ownerOf({ folder }, account);
  const { takeOver = false } = options;
  const own = { fleet, region: region ?? defaultRegion, folder, owner, takeOver };
  chat(say(head(own, account)));
  return lockClass(
    own,
    () => end(own, options),
    () => reporter.note(waiting),
  );
}

async function end(own: EndedClass, options: DownOptions): Promise<number> {
  // A Terraform that a killed command left running still makes VMs.
  await awaitAnyState(own.folder, () => reporter.note(waiting));
  const known = await studentsKnown(own, options);
  const names = new Map([...known].reverse().map(({ id, name }) => [id, name]));
  const ending: Ending = {
    agree: async (things) => {
      thingLines(things, names).forEach((line) => chat(`- ${line}`));
      return options.yes ?? (await confirm(question(own.fleet, things)));
    },
    onKind: (kind, count) =>
      chat(
        `- ${say({ ko: `삭제하는 중: ${say(kindNames[kind])} ${count}개`, en: `removing: ${say(kindNames[kind])} (${count})` })}`,
      ),
    look: (where, work) => reporter.step(where === 'here' ? looking : everywhere, work),
  };
  const { student, instance, output } = options;
  const isPart = student !== undefined || instance !== undefined;
  const ended = isPart
    ? await endPart(own, await partOf(own, options, known), ending)
    : await endClass(own, ending);
  if (output === 'json') endedJson(own, ended);
  else if (isPart && ended.removed.length + ended.left.length === 0)
    print(`${mark.failed} ${say(noVm(options))}`);
  else tellEnded(own, ended, isPart);
  const words = ended.failure && leftBehind();
  if (words) chat(`${mark.unknown} ${say(words)}`);
  return isPart && ended.removed.length === 0 ? exit.failed : exitCodeOf(ended);
}

function noVm(options: ClassOptions): Text {
  const where = classCommand(options, 'status', '--no-ssh');
  return {
    ko: `그 학생의 VM이 없습니다. 어느 학생의 VM이 있는지 보기: ${where}`,
    en: `There is no such VM. Which students have one: ${where}`,
  };
}

async function partOf(
  own: EndedClass,
  options: DownOptions,
  known: readonly Student[],
): Promise<Part> {
  await requireHere(own);
  const { student = [], instance = [] } = options;
  return { students: await idsOf(own, options, { words: student, known }), instances: instance };
}

/** The students that the words name: on the roster, on an earlier one, or with a VM. */
async function idsOf(
  own: EndedClass,
  options: DownOptions,
  { words, known }: { readonly words: readonly string[]; readonly known: readonly Student[] },
): Promise<string[]> {
  const vms = await findInstances(own.region, own.fleet);
  const all = [
    ...known,
    ...vms.flatMap(({ student: id }) => (id === undefined ? [] : [{ id, name: id }])),
  ];
  const students = new Map(all.reverse().map((student) => [student.id, student]));
  return studentsNamed(words, [...students.values()], options).map(({ id }) => id);
}

/** The students of the roster, where it can be read, and all who were on an earlier one. */
async function studentsKnown({ folder }: EndedClass, options: DownOptions): Promise<Student[]> {
  const onRoster = await classOf(options).then(
    ({ config }) => config.students,
    () => [],
  );
  const earlier = [...(await namesOf(folder))].map(([id, name]) => ({ id, name }));
  return [...onRoster, ...earlier];
}

function head({ fleet, region }: EndedClass, account: string): Text {
  return {
    ko: `반: ${fleet}, AWS 계정: ${account}, 먼저 볼 리전: ${region}`,
    en: `class: ${fleet}, AWS account: ${account}, region looked at first: ${region}`,
  };
}

function question(fleet: string, things: readonly CloudResource[]): Text {
  const vms = things.filter(({ kind }) => kind === 'instance').length;
  return {
    ko: `\`${fleet}\` 반의 위의 것을 모두 삭제할까요? VM ${vms}대와 그 안의 것은 되살릴 수 없습니다.`,
    en: `Remove all of the above, of the class \`${fleet}\`? VMs: ${vms}. They and what is in them cannot be brought back.`,
  };
}
