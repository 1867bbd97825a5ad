import { execFileSync } from 'node:child_process';

import { onPosix } from '../../../testbed/programs/posix';
import { variablesFrom } from './answer-lines';
import { commandOf } from './command';
import { curlLine, processLine, setLine } from './own-lines';

const names = ['KEY', 'SECRET', 'TOKEN'];
const query = 'Credentials.[AccessKeyId,SessionToken]';
const [read, keep] = variablesFrom(commandOf('aws', '--query', query), names, 'AWS_PROFILE');

const inBash = (lines: readonly string[]) =>
  execFileSync('bash', ['-c', lines.join('\n')], { encoding: 'utf8' });

onPosix.each([
  ['bash', '\\n'],
  ['git-bash', '\\r\\n'],
] as const)('%s gives variables what a program says that ends its line with %s', (shell, end) => {
  const aws = `aws() { [ "$2" = '${query}' ] && printf 'a/+=\\tb\\tc${end}'; }; AWS_PROFILE=x`;
  const show = `bash -c 'echo "<$KEY|$SECRET|$TOKEN>"'; echo "<\${AWS_PROFILE-none}>"`;
  expect(inBash([aws, read[shell], keep[shell], show])).toBe('<a/+=|b|c>\n<none>\n');
});

it('writes the same for PowerShell and for cmd', () => {
  expect([read.powershell, keep.powershell]).toEqual([
    `$env:KEY, $env:SECRET, $env:TOKEN = (aws --query '${query}') -split '\\s+'`,
    'Remove-Item Env:AWS_PROFILE -ErrorAction Ignore',
  ]);
  expect([read.cmd, keep.cmd]).toEqual([
    `for /f "tokens=1-3" %a in ('aws --query "${query}"') do @(set "KEY=%a" & set "SECRET=%b" & set "TOKEN=%c")`,
    'set AWS_PROFILE=',
  ]);
});

const value = "D:\\내 자료's";
const line = setLine({ DKKB_DATA: value });

onPosix('bash sets a variable to what is written', () => {
  expect(inBash([line.bash, 'printf %s "$DKKB_DATA"'])).toBe(value);
});

it('sets a variable in each shell', () => {
  expect(line['git-bash']).toBe(line.bash);
  expect(line.powershell).toBe("$env:DKKB_DATA = 'D:\\내 자료''s'");
  expect(line.cmd).toBe(`set "DKKB_DATA=D:\\내 자료's"`);
});

it('names the program that each shell knows', () => {
  expect(curlLine('-I', 'https://a.example')).toMatchObject({
    bash: 'curl -I https://a.example',
    powershell: 'curl.exe -I https://a.example',
  });
  expect(processLine('terraform')).toMatchObject({
    powershell: 'Get-Process terraform',
    cmd: 'tasklist /fi "imagename eq terraform.exe"',
  });
});
