import type { Difference, VmChange } from '../../../class/changes';
import { toldApart, type Student } from '../../../class/config/students';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import type { ClassCommand } from './command';
import { mostListed, names } from './names';

/** What `up` would do, student by student, in groups; each with what it means for the student. */
export function changeTexts(changes: readonly VmChange[], command: ClassCommand): Text[] {
  const labelOf = toldApart(changes.map(({ student }) => student));
  const groups = works.flatMap(({ work, text }) => {
    const meant = changes.filter((change) => change.work === work);
    return meant.length > 0
      ? [text(meant.length, names(meant.map(({ student }) => labelOf(student))))]
      : [];
  });
  return [
    ...groups,
    ...ending(changes, command),
    ...more(changes, command),
    ...renamed(changes),
    ...differing(changes, command),
  ];
}

/** How the VMs of students who have left are ended on purpose. */
function ending(changes: readonly VmChange[], command: ClassCommand): Text[] {
  const left = changes.filter(({ work }) => work === 'left');
  if (left.length === 0) return [];
  const down = command('down', '--student', ...wordsFor(left.map(({ student }) => student)));
  return [{ ko: `  끝내려면: ${down}`, en: `  to end them: ${down}` }];
}

type Tell = (count: number, who: Text) => Text;

const works: readonly { readonly work: VmChange['work']; readonly text: Tell }[] = [
  {
    work: 'new',
    text: (count, { ko, en }) => ({
      ko: `+ 새로 만들 VM ${count}대: ${ko}`,
      en: `+ VMs to make (${count}): ${en}`,
    }),
  },
  {
    work: 'kept',
    text: (count, { ko, en }) => ({
      ko: `= 그대로 두는 VM ${count}대: ${ko}`,
      en: `= VMs kept as they are (${count}): ${en}`,
    }),
  },
  {
    work: 'started',
    text: (count, { ko, en }) => ({
      ko: `~ 꺼져 있어서 다시 켤 VM ${count}대(주소가 바뀌므로 카드를 새로 줍니다): ${ko}`,
      en: `~ VMs that are off and would be started (${count}); each gets a new address, so its card is wrong then: ${en}`,
    }),
  },
  {
    work: 'replaced',
    text: (count, { ko, en }) => ({
      ko: `! 삭제하고 새로 만들 VM ${count}대(안의 것은 사라집니다): ${ko}`,
      en: `! VMs to end and make again (${count}); what is in them is lost: ${en}`,
    }),
  },
  {
    work: 'left',
    text: (count, { ko, en }) => ({
      ko: `= 명단에 없는 학생의 VM ${count}대. 그대로 두며 비용도 계속 나옵니다: ${ko}`,
      en: `= VMs of students who are not on the roster (${count}); they are kept, and still cost: ${en}`,
    }),
  },
];

/** The second VMs of students, and how each is ended alone. */
function more(changes: readonly VmChange[], command: ClassCommand): Text[] {
  const extra = changes.filter(({ work }) => work === 'more');
  if (extra.length === 0) return [];
  const { ko, en } = names(extra.map(({ student }) => student.name));
  const ids = extra.flatMap(({ vm }) => vm?.id ?? []);
  const down = command('down', '--instance', ...ids);
  return [
    {
      ko: `! 어느 학생의 것도 아니거나 한 학생에게 하나 더 있는 VM ${extra.length}대. 그대로 두며 비용도 계속 나옵니다: ${ko}. 끝내려면: ${down}`,
      en: `! VMs that are nobody's, or a student's second one (${extra.length}); they are kept, and still cost: ${en}. To end them: ${down}`,
    },
  ];
}

function renamed(changes: readonly VmChange[]): Text[] {
  return changes.flatMap(({ student, renamedFrom }) =>
    renamedFrom
      ? [
          {
            ko: `~ 이름이 바뀐 학생: ${oldAndNew(renamedFrom, student)}. VM과 안의 것은 그대로 두고 새 이름을 붙입니다. ${toTellApart(renamedFrom, student).ko}`,
            en: `~ A student's corrected name: ${oldAndNew(renamedFrom, student)}. The VM and what is in it stay, and get the new name. ${toTellApart(renamedFrom, student).en}`,
          },
        ]
      : [],
  );
}

function toTellApart(from: Student, to: Student): Text {
  return from.id === to.id
    ? {
        ko: '다른 학생이라면 명단에서 다른 id를 줍니다.',
        en: 'Where it is another student, give that one another id in the roster.',
      }
    : {
        ko: '다른 학생이라면 명단에 id 열을 두어 구별합니다.',
        en: 'Where it is another student, tell them apart by a column `id` in the roster.',
      };
}

function oldAndNew(from: Student, to: Student): string {
  return from.name === to.name ? `${from.id} → ${to.id}` : `${from.name} → ${to.name}`;
}

/** Students whose VMs differ from the configuration in the same settings. */
interface Differing {
  readonly differences: readonly Difference[];
  readonly students: Student[];
}

/** The settings that running VMs do not get, and how to give them on purpose. */
function differing(changes: readonly VmChange[], command: ClassCommand): Text[] {
  const isHours = ({ field }: Difference) => field === 'hours';
  const there = changes.filter(({ vm }) => vm !== undefined).length;
  // Without students, `extend` is for all.
  const whom = ({ students }: Differing) =>
    students.length === there ? [] : ['--student', ...wordsFor(students)];
  return [
    ...groupsOf(changes, (one) => !isHours(one)).map((group) => otherwiseMade(group, command)),
    ...groupsOf(changes, isHours).map((group) => otherwiseEnding(group, whom(group), command)),
  ];
}

function groupsOf(
  changes: readonly VmChange[],
  isMeant: (difference: Difference) => boolean,
): Differing[] {
  const groups = new Map<string, Differing>();
  for (const change of changes) {
    const differences = change.differences.filter(isMeant);
    if (differences.length === 0) continue;
    const key = JSON.stringify(differences);
    const group = groups.get(key) ?? { differences, students: [] };
    group.students.push(change.student);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function otherwiseMade({ differences, students }: Differing, command: ClassCommand): Text {
  const who = whoIn(students);
  const told = (wants: (value: string) => string) =>
    differences.map((one) => `\`${one.field}: ${one.has}\`, ${wants(one.wants)}`).join('; ');
  const anew = command('up', '--replace', ...wordsFor(students));
  return {
    ko: `! 설정과 다르지만 그대로 두는 VM(${told((value) => `설정은 \`${value}\``)}): ${who.ko}. 안의 것을 버리고 새로 만들려면: ${anew}`,
    en: `! VMs made otherwise are kept so (${told((value) => `the configuration says \`${value}\``)}): ${who.en}. To make them again, losing what is in them: ${anew}`,
  };
}

function otherwiseEnding(
  { differences, students }: Differing,
  whom: readonly string[],
  command: ClassCommand,
): Text {
  const [{ has, wants } = { has: '', wants: '' }] = differences;
  const who = whoIn(students);
  const longer = Number(wants) - Number(has);
  const hours = String(Math.round(longer * 100) / 100);
  const extend = command('extend', hours, ...whom);
  return {
    ko: `! ${has}시간 뒤에 꺼지게 만든 VM은 그대로입니다(설정은 ${wants}시간): ${who.ko}.${longer > 0 ? ` 미루려면: ${extend}` : ''}`,
    en: `! VMs made to end after ${has} hours are kept so (the configuration says ${wants}): ${who.en}.${longer > 0 ? ` To move their end: ${extend}` : ''}`,
  };
}

function whoIn(students: readonly Student[]): Text {
  const labelOf = toldApart(students);
  return names(students.map(labelOf), mostListed);
}

/** Students as the words of a command; many are not listed there. */
function wordsFor(students: readonly Student[]): string[] {
  if (students.length > mostListed) return [say({ ko: '학생', en: 'STUDENT' })];
  return students.map(({ id }) => id);
}
