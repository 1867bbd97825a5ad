// A roster as a spreadsheet saves it, and what a teacher reads about one that cannot be used. @circle all @needs aws
import { writeFileSync } from 'node:fs';

import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;

beforeAll(async () => {
  teacher = await Teacher.with();
});

afterAll(() => teacher.stop());

/** Gives the class a roster, and the configuration that names it. */
function save(file: string, content: string | Buffer): void {
  const lines = ['class: docker', `students: ${file}`, 'allow: [127.0.0.1/32]'];
  writeFileSync(teacher.at('dkkb.config.yaml'), lines.join('\n'));
  writeFileSync(teacher.at(file), content);
}

const korean = { DKKB_LANG: 'ko' };

it('plans a class from the “Unicode text” of a spreadsheet, with its empty last rows', async () => {
  const table = '번호\t이름\tid\r\n1\t김철수\tkim\r\n2\t이영희\tlee\r\n\t\t\r\n\t\t\r\n';
  save('roster.txt', Buffer.from(`\uFEFF${table}`, 'utf16le'));
  const { stdout } = await teacher.run(['plan', '-o', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ missing: ['kim', 'lee'] });
});

it('refuses a roster in Korean with the file’s own line, the value and the reason', async () => {
  save('roster.csv', '이름,id\n\n김철수,kim\n\n이영희,kim\n박민수\n"최지우\n');
  const { code, stdout, stderr } = await teacher.run(['plan'], korean);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const told = stderr.split('\n').filter((line) => line.startsWith('  '));
  expect(told.filter((line) => !line.includes('→'))).toEqual([
    '  roster.csv의 5번째 줄: "kim"',
    '    김철수 학생의 id와 같습니다: roster.csv의 3번째 줄',
    '  roster.csv의 6번째 줄: "박민수"',
    '    제목 줄에는 칸이 2개인데 이 줄에는 1개입니다.',
    '  roster.csv의 7번째 줄: "\\"최지우"',
    '    큰따옴표(")가 닫히지 않았거나 칸의 중간에 있습니다. 이 줄부터 읽지 못했습니다.',
  ]);
});

it('says of a bare list of names what its first line has to be', async () => {
  save('roster.csv', '김철수\n이영희\n');
  const { code, stderr } = await teacher.run(['up'], korean);
  expect(code).toBe(2);
  expect(stderr).toContain('roster.csv의 1번째 줄: "김철수"');
  expect(stderr).toMatch(/이름 열의 제목이 없습니다[^→]*→ .*첫 줄이 `이름` 또는 `이름,id`/);
});

it('leads from a wrong option and a wrong value to the help of the command', async () => {
  const wrong = await teacher.run(['up', '--replce', 'kim']);
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--replace') });
  expect(wrong.stderr).toContain('Help: dkkb class up --help');
  const { stderr } = await teacher.run(['extend', 'long'], korean);
  expect(stderr).toContain('도움말: dkkb class extend --help');
});
