import type { Difference, VmChange } from '../../class/changes';
import type { Student } from '../../class/config/students';
import type { Text } from '../../core/text';
import { shellWord } from '../../core/shell';
import type { ClassCommand } from './class-command';
import { names } from './names';

/** What `up` would do, student by student, in groups; each with what it means for the student. */
export function changeTexts(changes: readonly VmChange[], command: ClassCommand): Text[] {
  const labelOf = labelsOf(changes);
  const groups = works.flatMap(({ work, text }) => {
    const meant = changes.filter((change) => change.work === work);
    return meant.length > 0 ? [text(meant.length, names(meant.map(labelOf)))] : [];
  });
  return [
    ...groups,
    ...ending(changes, command),
    ...more(changes),
    ...renamed(changes),
    ...differing(changes, command),
  ];
}

/** How the VMs of students who have left are ended on purpose. */
function ending(changes: readonly VmChange[], command: ClassCommand): Text[] {
  const left = changes.filter(({ work }) => work === 'left');
  if (left.length === 0) return [];
  const ids = left.map(({ student }) => shellWord(student.id)).join(' ');
  const down = command(`down --student ${ids}`);
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
function more(changes: readonly VmChange[]): Text[] {
  const extra = changes.filter(({ work }) => work === 'more');
  if (extra.length === 0) return [];
  const { ko, en } = names(extra.map(({ student }) => student.name));
  const ids = extra.flatMap(({ vm }) => vm?.id ?? []).join(' ');
  const command = `dkkb class down --instance ${ids}`;
  return [
    {
      ko: `! 어느 학생의 것도 아니거나 한 학생에게 하나 더 있는 VM ${extra.length}대. 그대로 두며 비용도 계속 나옵니다: ${ko}. 끝내려면: ${command}`,
      en: `! VMs that are nobody's, or a student's second one (${extra.length}); they are kept, and still cost: ${en}. To end them: ${command}`,
    },
  ];
}

function renamed(changes: readonly VmChange[]): Text[] {
  return changes.flatMap(({ student, renamedFrom }) =>
    renamedFrom
      ? [
          {
            ko: `~ 이름이 바뀐 학생: ${oldAndNew(renamedFrom, student)}. VM과 안의 것은 그대로 두고 새 이름을 붙입니다. 다른 학생이라면 명단에 id 열을 두어 구별합니다.`,
            en: `~ A student's corrected name: ${oldAndNew(renamedFrom, student)}. The VM and what is in it stay, and get the new name. Where it is another student, tell them apart by a column \`id\` in the roster.`,
          },
        ]
      : [],
  );
}

function oldAndNew(from: Student, to: Student): string {
  return from.name === to.name ? `${from.id} → ${to.id}` : `${from.name} → ${to.name}`;
}

/** The settings that running VMs do not get, and how to give them on purpose. */
function differing(changes: readonly VmChange[], command: ClassCommand): Text[] {
  const groups = new Map<string, { difference: Difference; ids: string[]; labels: string[] }>();
  for (const change of changes)
    for (const difference of change.differences) {
      const key = Object.values(difference).join(' ');
      const group = groups.get(key) ?? { difference, ids: [], labels: [] };
      group.ids.push(change.student.id);
      group.labels.push(change.student.name);
      groups.set(key, group);
    }
  return [...groups.values()].map(({ difference, ids, labels }) =>
    differs({ difference, ids, who: names(labels) }, command),
  );
}

interface Differing {
  readonly difference: Difference;
  readonly ids: readonly string[];
  readonly who: Text;
}

function differs({ difference, ids, who }: Differing, command: ClassCommand): Text {
  const { field, has, wants } = difference;
  const longer = Number(wants) - Number(has);
  const students = ids.map(shellWord).join(' ');
  const hours = String(Math.round(longer * 100) / 100);
  const extend = command(`extend ${hours} --student ${students}`);
  if (field === 'hours')
    return {
      ko: `! ${has}시간 뒤에 꺼지게 만든 VM은 그대로입니다(설정은 ${wants}시간): ${who.ko}.${longer > 0 ? ` 미루려면: ${extend}` : ''}`,
      en: `! VMs made to end after ${has} hours are kept so (the configuration says ${wants}): ${who.en}.${longer > 0 ? ` To move their end: ${extend}` : ''}`,
    };
  const anew = command(`up --replace ${students}`);
  return {
    ko: `! 설정과 다르지만 그대로 두는 VM(\`${field}: ${has}\`, 설정은 \`${wants}\`): ${who.ko}. 안의 것을 버리고 새로 만들려면: ${anew}`,
    en: `! VMs made with \`${field}: ${has}\` are kept so (the configuration says \`${wants}\`): ${who.en}. To make them again, losing what is in them: ${anew}`,
  };
}

/** How the teacher knows each student: by name, or with the id where several have that name. */
function labelsOf(changes: readonly VmChange[]): (change: VmChange) => string {
  const count = new Map<string, number>();
  for (const { student } of changes) count.set(student.name, (count.get(student.name) ?? 0) + 1);
  return ({ student: { id, name } }) => ((count.get(name) ?? 0) > 1 ? `${name} (${id})` : name);
}
