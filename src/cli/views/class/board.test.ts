import type { StudentVm } from '../../../class/status';
import type { Problem } from '../../../core/problem';
import { sshUnreachable } from '../../../core/problems/remote';
import { boardLines, printBoard, type Board } from './board';
import { where, whose } from './columns';
import { problemJson, problemLines } from '../problem';
import { jsonLine } from '../terminal';

// A machine may send this so that a terminal sets its title, moves its cursor, or shows another text.
const hostile = '\u001b]0;x\u0007\u001b[2J\r✓ all\n✓ passed\u202e\u009b1A\u2028\ud800';
const obeyed = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

// Like a problem in which a check has put text of its own.
const problem: Problem = {
  code: 'any-code',
  values: { name: hostile },
  kind: 'failed',
  isStillToDo: false,
  inFile: () => undefined,
  describe: () => ({
    message: { ko: hostile, en: hostile },
    remedy: { ko: hostile, en: hostile, commands: [`docker rm ${hostile}`] },
  }),
};
const row: StudentVm = { id: 'kim', name: hostile, state: hostile, address: hostile };
const board: Board<StudentVm> = {
  columns: [...whose, where],
  roster: ['kim'],
  ask: () => Promise.resolve([row]),
  mark: () => '✗',
  urgency: () => 0,
  problem: () => problem,
  json: (one) => ({ ...one, problem: problemJson(problem) }),
  jsonOf: (vms) => ({ vms }),
  summary: () => [{ ko: '합계', en: 'sum' }],
  brief: () => ({ ko: '합계', en: 'sum' }),
  exitCode: () => 1,
};

/** What is written to standard output during the work. */
function written(work: () => void): string {
  const texts: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    texts.push(String(text));
    return true;
  });
  work();
  write.mockRestore();
  return texts.join('');
}

it('shows the text of a machine on a board so that no terminal obeys it', () => {
  const lines = [...boardLines(board, [row]), ...problemLines(problem, '  ')];
  expect(lines.flatMap((line) => line.split('\n')).join('')).not.toMatch(obeyed);
  expect(lines[1]).not.toContain('\n');
  expect(lines.join()).toContain('\\u001b]0;x\\u0007');
});

it('shows each row as a sentence where the terminal is too narrow for a table', () => {
  const { COLUMNS } = process.env;
  process.env['COLUMNS'] = '40';
  const long = { ...row, name: '황보아름다운별빛', address: 'ec2-203-0-113-7.example.com' };
  const lines = boardLines({ ...board, problem: () => undefined }, [long]);
  if (COLUMNS === undefined) delete process.env['COLUMNS'];
  else process.env['COLUMNS'] = COLUMNS;
  expect(lines[0]).toBe('');
  expect(lines[1]).toContain('황보아름다운별빛');
  expect(lines[1]).toContain('ec2-203-0-113-7.example.com');
  expect(lines.join('\n')).not.toContain('…');
});

it.each(['json', 'csv', undefined])(
  'prints a board as %s so that no terminal obeys it',
  (output) => {
    const text = written(() => printBoard(board, [row], output));
    const plain = text
      .replace(/^\ufeff/, '')
      .replaceAll('\r\n', '\n')
      .replaceAll('\n', '');
    expect(plain).not.toMatch(obeyed);
    expect(plain).toContain('kim');
  },
);

it('JSON keeps the text of a machine unchanged for programs', () => {
  const { name } = JSON.parse(jsonLine(row)) as StudentVm;
  expect(name).toBe(hostile);
});

it('tells the problem of one VM below its row, and that of several once below all', () => {
  const silent = (host: string, said: string) => sshUnreachable({ host, port: '22', said });
  const problems = new Map([
    ['a', silent('192.0.2.1', 'timed out')],
    ['b', silent('192.0.2.2', 'refused')],
    ['c', silent('192.0.2.3', 'timed out')],
  ]);
  const rows = ['a', 'b', 'c'].map((id) => ({ id, name: id, state: 'running' }));
  const lines = boardLines({ ...board, problem: ({ id }) => problems.get(id) }, rows);
  expect(lines.slice(1, 7).map((line) => line.trim().slice(0, 4))).toEqual([
    ...['✗  a', '✗  b', 'No S', '✗  c'],
    ...['? a,', 'sum'],
  ]);
});
