import {
  archiveNames,
  cardsPage,
  knownHostsOf,
  sshCommand,
  sshConfig,
  type CardStudent,
} from './cards-page';

const student = (name: string, more: Partial<CardStudent> = {}): CardStudent => ({
  name,
  user: 'ubuntu',
  host: '203.0.113.7',
  ...more,
});
const page = (students: readonly CardStudent[], language: 'ko' | 'en' = 'en'): string =>
  cardsPage(students, archiveNames(students), language);

it('has a card for each student, with name, address, SSH command and how to begin', () => {
  const html = page([student('김철수'), student('Lee', { port: 2222 })]);
  expect(html.match(/<article>/g)).toHaveLength(2);
  for (const text of [
    '<h1>김철수</h1>',
    '203.0.113.7',
    'ssh -i key ubuntu@203.0.113.7',
    'ssh -i key -p 2222 ubuntu@203.0.113.7',
    'ssh -F ssh_config practice',
    'docker version',
  ])
    expect(html).toContain(text);
});

it('is in the language that was asked for', () => {
  expect(page([student('a')], 'ko')).toMatch(/lang="ko"[^]*시작하기/);
  expect(page([student('a')], 'en')).not.toMatch(/[가-힣]/);
});

it('shows a name as text, also with HTML in it', () => {
  const html = page([student(`<img src=x onerror=alert(1)> & "it's" $(reboot)`)]);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;it&#39;s&quot; $(reboot)');
});

it.each([
  ['김철수', '김철수'],
  ['../../etc/passwd', 'etc-passwd'],
  ['$(reboot)', 'reboot'],
  ['a b\n"c"', 'a-b-c'],
  ['...', 'student'],
  ['', 'student'],
  ['-rf', 'rf'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('the archive of %j is named %s', (name, file) => {
  expect([...archiveNames([student(name)]).values()]).toEqual([file]);
});

it('gives each archive a different name, also where the file system ignores case', () => {
  const names = [...archiveNames(['a', 'A', 'a', 'a-2'].map((name) => student(name))).values()];
  expect(names).toEqual(['a', 'A-2', 'a-3', 'a-2-2']);
});

it('writes an SSH configuration that means the same as the command on the card', () => {
  expect(sshConfig(student('a', { port: 2222 }))).toMatch(
    /HostName 203\.0\.113\.7\n {2}Port 2222\n {2}User ubuntu\n {2}IdentityFile key\n/,
  );
  expect(sshCommand(student('a'))).toBe('ssh -i key ubuntu@203.0.113.7');
});

it('adds the keys of the machine where they are known, and then accepts no other key', () => {
  const known = student('a', { hostKeys: ['ssh-ed25519 AAAA', 'ssh-rsa BBBB'], port: 2222 });
  expect(sshConfig(known)).toMatch(/StrictHostKeyChecking yes\n/);
  expect(knownHostsOf(known)).toBe(
    '[203.0.113.7]:2222 ssh-ed25519 AAAA\n[203.0.113.7]:2222 ssh-rsa BBBB\n',
  );
  expect(sshConfig(student('a'))).toMatch(/StrictHostKeyChecking accept-new\n/);
});
