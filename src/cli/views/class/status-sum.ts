import { addUp } from '../../../class/cost';
import type { VmStatus } from '../../../class/status';
import type { Text } from '../../../core/text';
import type { ClassCommand } from './command';
import { money } from './money';
import { standingOf, standings, type Standing } from './standing';

/** What a sum is made with. */
export interface SumOptions {
  /** Whether the VMs themselves were asked. */
  readonly ask: boolean;
  readonly wonPerDollar: number;
  readonly command: ClassCommand;
}

/** How many VMs of a class can be used, what else is there, and what all of it costs. */
export function sumOf(rows: readonly VmStatus[], options: SumOptions): Text[] {
  const roster = rows.filter(({ leftover }) => !leftover);
  const fine: Standing = options.ask ? 'ready' : 'running';
  const count = roster.filter((row) => standingOf(row) === fine).length;
  const others = counted(roster, fine);
  const text: Text = options.ask
    ? {
        ko: `학생 ${roster.length}명 중 ${count}명의 VM을 쓸 수 있습니다${bracket(others).ko}.`,
        en: `${count} of ${roster.length} VMs can be used${bracket(others).en}.`,
      }
    : {
        ko: `학생 ${roster.length}명 중 ${count}명의 VM이 실행 중입니다${bracket(others).ko}. 준비되었는지는 묻지 않았습니다.`,
        en: `${count} of ${roster.length} VMs run${bracket(others).en}; they were not asked whether they are ready.`,
      };
  return [text, ...leftText(rows), ...costText(rows, options), ...howToGetAll(roster, options)];
}

/** How VMs that are missing or off are made or started. */
function howToGetAll(roster: readonly VmStatus[], { command }: SumOptions): Text[] {
  const isThere = ({ state }: VmStatus) => /^(?:pending|running)$/.test(state);
  if (roster.every(isThere)) return [];
  return [
    {
      ko: `없는 VM은 만들고 꺼진 VM은 켜려면: ${command('up')}`,
      en: `To make what is missing and start what is off: ${command('up')}`,
    },
  ];
}

/** The same in one line, for a screen with little room; `waiting` VMs have not answered yet. */
export function briefOf(
  rows: readonly VmStatus[],
  waiting: number,
  { wonPerDollar }: Pick<SumOptions, 'wonPerDollar'>,
): Text {
  const asking: Text[] = waiting > 0 ? [{ ko: `묻는 중 ${waiting}`, en: `asking ${waiting}` }] : [];
  const all = joined([...counted(rows), ...asking]);
  const spent = money(addUp(rows.flatMap((row) => row.spent ?? [])).dollars, wonPerDollar);
  return {
    ko: `VM ${rows.length + waiting}대: ${all.ko} · 지금까지 ${spent.ko}`,
    en: `${rows.length + waiting} VMs: ${all.en} · so far ${spent.en}`,
  };
}

function counted(rows: readonly VmStatus[], without?: Standing): Text[] {
  const kinds = Object.entries(standings) as [Standing, Text][];
  return kinds.flatMap(([standing, { ko, en }]) => {
    const count = rows.filter((row) => standingOf(row) === standing).length;
    if (count === 0 || standing === without) return [];
    return [{ ko: `${ko} ${count}`, en: `${en} ${count}` }];
  });
}

function joined(texts: readonly Text[], between = ', '): Text {
  return {
    ko: texts.map(({ ko }) => ko).join(between),
    en: texts.map(({ en }) => en).join(between),
  };
}

function bracket(texts: readonly Text[]): Text {
  const { ko, en } = joined(texts);
  return texts.length === 0 ? { ko: '', en: '' } : { ko: ` (${ko})`, en: ` (${en})` };
}

function leftText(rows: readonly VmStatus[]): Text[] {
  const count = rows.filter(({ leftover }) => leftover).length;
  if (count === 0) return [];
  return [
    {
      ko: `명단 밖의 VM ${count}대가 더 있고, 그 비용도 나갑니다.`,
      en: `VMs of nobody on the roster: ${count} (they cost, too).`,
    },
  ];
}

function costText(rows: readonly VmStatus[], { wonPerDollar }: SumOptions): Text[] {
  const spent = rows.flatMap((row) => row.spent ?? []);
  if (spent.length === 0) return [];
  const ahead = rows.flatMap((row) => row.ahead ?? []);
  const { dollars, unpriced } = addUp(spent);
  const endless = ahead.reduce((sum, one) => sum + one.endless, 0);
  const [so, more] = [dollars, addUp(ahead).dollars].map((sum) => money(sum, wonPerDollar));
  return [
    joined(
      [
        {
          ko: `비용(정가로 어림): 지금까지 ${so?.ko ?? ''}`,
          en: `Cost by list prices: ${so?.en ?? ''} so far`,
        },
        ...(endless < ahead.length
          ? [{ ko: `끝날 때까지 ${more?.ko ?? ''} 더`, en: `${more?.en ?? ''} more until the end` }]
          : []),
        ...(endless > 0 ? [endlessText(endless)] : []),
        ...(unpriced.length > 0 ? [unpricedText(unpriced)] : []),
      ],
      '; ',
    ),
  ];
}

function endlessText(count: number): Text {
  return {
    ko: `VM ${count}대는 언제 끝나는지 알 수 없음`,
    en: `nobody knows when ${count} of the VMs end`,
  };
}

function unpricedText(types: readonly string[]): Text {
  const list = types.join(', ');
  return { ko: `정가를 몰라 뺀 것: ${list}`, en: `without a list price, left out: ${list}` };
}
