import stringWidth from 'string-width';

import type { VmStatus } from '../../../class/status';
import { vmStepsFailed } from '../../../class/problems/vm';
import { sshUnreachable } from '../../../core/problems/remote';
import { boardFrame } from './board-frame';
import type { Board } from './board';
import { where, whose } from './columns';
import { redrawOn, type Terminal } from '../redraw';
import { Screen } from '../screen.fixture';
import { stateOf, standingOf } from './standing';
import { briefOf } from './status-sum';

const board: Board<VmStatus> = {
  columns: [
    ...whose,
    { title: { ko: '상태', en: 'state' }, key: 'state', value: (row) => stateOf(row).en },
    where,
  ],
  roster: [],
  ask: () => Promise.resolve([]),
  mark: () => '✗',
  urgency: (row) => (standingOf(row) === 'ready' ? 2 : 0),
  problem: ({ problem }) => problem,
  json: (row) => row,
  jsonOf: (vms) => vms,
  summary: () => [],
  brief: (rows) => briefOf(rows, 0, { wonPerDollar: 1400 }),
  exitCode: () => 0,
};

const ready = (at: number): VmStatus => ({
  id: `hwangboareumdaunbyeolbit-${at}`,
  name: `황보아름다운별빛${at}`,
  state: 'running',
  address: `203.0.113.${at % 256}`,
  ready: true,
});
const silent = (at: number): VmStatus => ({
  ...ready(at),
  ready: false,
  problem: sshUnreachable({ host: `203.0.113.${at}`, port: '22', said: 'timed out' }),
});
const failed = (at: number): VmStatus => ({
  ...ready(at),
  ready: false,
  problem: vmStepsFailed({ steps: 'minikube' }),
});
const many = (count: number, row: (at: number) => VmStatus, from = 0) =>
  Array.from({ length: count }, (_, at) => row(from + at));

const sizes = [
  { rows: 24, columns: 80 },
  { rows: 24, columns: 40 },
  { rows: 10, columns: 60 },
  { rows: 3, columns: 20 },
];
const classes: [string, VmStatus[]][] = [
  ['no student yet', []],
  ['3 students', [ready(0), silent(1), failed(2)]],
  ['30 students', [...many(25, ready), ...many(3, silent, 25), ...many(2, failed, 28)]],
  ['300 students', [...many(150, ready), ...many(100, silent, 150), ...many(50, failed, 250)]],
];

describe.each(classes)('a frame of %s', (_, rows) => {
  it.each(sizes)('fits on $rows rows of $columns columns', (size) => {
    for (const trouble of [undefined, silent(1).problem]) {
      const frame = boardFrame(board, rows, size, trouble);
      expect(frame.length).toBeLessThan(size.rows);
      frame.forEach((line) => expect(stringWidth(line)).toBeLessThanOrEqual(size.columns));
    }
  });
});

it('shows the summary first, then who needs help and why, then as many others as fit', () => {
  const [, rows = []] = classes[2] ?? [];
  const frame = boardFrame(board, rows, { rows: 24, columns: 80 });
  expect(frame[0]).toMatch(/^30 VMs: ready 25, cannot tell 3, failed 2 · so far/);
  expect(frame.slice(2, 7).every((line) => /no answer|install stopped/.test(line))).toBe(true);
  expect(frame[7]).toMatch(/ready/);
  const text = frame.join('\n');
  expect(text).toMatch(/\? 황보\S+25, 황보\S+26, 황보\S+27: No SSH connection\s+to `each VM`/);
  expect(text).toMatch(/and \d+ more\n/);
  expect(frame.at(-1)).toBe('Stop: Ctrl-C');
});

it('shows every row where there is room for all', () => {
  const rows = many(18, ready);
  const text = boardFrame(board, rows, { rows: 24, columns: 80 }).join('\n');
  expect(rows.every(({ address = '' }) => text.includes(address))).toBe(true);
  expect(text).not.toContain('more');
});

it('says how many who need help have no room', () => {
  const [, rows = []] = classes[3] ?? [];
  const text = boardFrame(board, rows, { rows: 24, columns: 80 }).join('\n');
  const [, others, inNeed] = /and (\d+) more, of whom (\d+) need help/.exec(text) ?? [];
  expect(Number(others) - Number(inNeed)).toBe(150);
  expect(text).toContain('100 students (names: -o json)');
});

it('shows who and how on a narrow terminal', () => {
  const text = boardFrame(board, [silent(1)], { rows: 24, columns: 40 }).join('\n');
  expect(text).toMatch(/✗ {2}hwang\S*… {2}황보\S* +no answer/);
});

it('says why no VM could be asked, and keeps what is known', () => {
  const text = boardFrame(board, [ready(1)], { rows: 24, columns: 80 }, silent(2).problem);
  expect(text.join('\n')).toMatch(/203\.0\.113\.2[^]*203\.0\.113\.1/);
});

it('leaves no trace of earlier frames on the screen, also after its size has changed', () => {
  const screen = new Screen(80, 24);
  screen.write('$ dkkb class status --watch\n');
  let rows: VmStatus[] = [];
  const draw = () => redraw.draw(boardFrame(board, rows, screen));
  const redraw = redrawOn(screen as unknown as Terminal, draw);
  for (const count of [0, 1, 30, 300, 3]) {
    rows = [...many(count, silent), ...many(count, ready, count)];
    draw();
    expect(screen.seen.at(-1)).toBe('Stop: Ctrl-C');
  }
  expect(screen.above).toEqual(['$ dkkb class status --watch']);
  screen.resize(40, 12);
  expect(screen.seen).toEqual(boardFrame(board, rows, screen).map((line) => line.trimEnd()));
  redraw.end();
});
