// Asks the compiled command for completions, as a shell does at TAB. @needs engine
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../../../testbed/programs/paths';

const command = join(repository, 'build', 'dkkb.mjs');
let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dkkb completion-'));
  mkdirSync(join(folder, 'bin'));
  symlinkSync(command, join(folder, 'bin', 'dkkb'));
  writeFileSync(join(folder, 'class images.tar'), '');
  env = {
    ...process.env,
    HOME: folder,
    PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
    DKKB_LANG: 'en',
  };
});

afterAll(() => rmSync(folder, { recursive: true }));

function dkkb(...args: string[]) {
  return spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', env, cwd: folder });
}

function candidates(...words: string[]): string[] {
  const lines = dkkb('complete', '--', ...words).stdout.trimEnd();
  return lines === '' ? [] : lines.split('\n').map((line) => line.split('\t')[0] ?? '');
}

// What bash offers for the words: it splits the line itself, calls the script's function, and reads COMPREPLY.
function bashOffers(...words: string[]): string[] {
  const script = `
    eval "$(dkkb completion bash)"; eval "$(dkkb completion bash)"
    COMP_WORDS=(dkkb "$@"); COMP_CWORD=$#
    _dkkb; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync('bash', ['-euc', script, 'bash', ...words], {
    encoding: 'utf8',
    env,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return output.trim().split('\n').filter(Boolean);
}

describe('candidates', () => {
  test('are the commands, without hidden ones', () => {
    expect(candidates('')).toEqual(expect.arrayContaining(['list', 'check', 'watch', 'images']));
    expect(candidates('')).not.toContain('complete');
    expect(candidates('wa')).toEqual(['watch']);
    expect(candidates('images', 'b')).toEqual(['build']);
  });

  test('are the codes of problems', () => {
    expect(candidates('explain', 'port-w')).toEqual(['port-wrong']);
    expect(candidates('explain', '').length).toBeGreaterThan(150);
  });

  test('are the labs that a command accepts, without those already typed', () => {
    expect(candidates('check', 'ch03')).toEqual(['ch03-terminal']);
    expect(candidates('up', 'ch03')).toEqual([]);
    expect(candidates('check', 'ch04-port', 'ch04-p')).toEqual([]);
    expect(candidates('show', 'ch04-port', '')).toEqual([]);
  });

  test('are options and their values', () => {
    expect(candidates('down', '--i')).toEqual(['--identity', '--images']);
    expect(candidates('solve', '--on', '')).toEqual(['vm', 'practice-host']);
    expect(candidates('list', '-o', '')).toEqual(['json']);
    expect(candidates('class', 'status', '-o', '')).toEqual(['json', 'csv']);
    expect(candidates('class', 'status', '--lab', 'ch04-po')).toEqual(['ch04-port']);
    expect(candidates('class', 'cards', '--to', '')).toEqual([':files']);
    expect(candidates('--lang', '')).toEqual(['ko', 'en']);
    expect(candidates('--lang', '=', 'k')).toEqual(['ko']);
    expect(candidates('--lang=e')).toEqual(['--lang=en']);
    expect(candidates('check', '--chapter', '4')).toEqual(['4']);
    expect(candidates('check', '--lang', 'ko', 'ch04-po')).toEqual(['ch04-port']);
  });

  test('are images, shells or files, by the command before them', () => {
    expect(candidates('images', 'build', 'ht')).toEqual(['httpd']);
    expect(candidates('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(candidates('images', 'load', 'cl')).toEqual([':files']);
  });

  test('are none after an unknown command or option', () => {
    expect(candidates('list', 'nothing', '')).toEqual([]);
    expect(candidates('list', '--nothing=')).toEqual([]);
  });
});

test('bash offers labs and files, and does not run what was typed', () => {
  expect(bashOffers('check', 'ch04-po')).toEqual(['ch04-port']);
  expect(bashOffers('images', 'load', 'cl')).toEqual(['class images.tar']);
  expect(bashOffers('show', `$(touch ${join(folder, 'evil')})`)).toEqual([]);
  expect(existsSync(join(folder, 'evil'))).toBe(false);
});

test.each(['bash', 'zsh', 'fish'])('the script of %s says how to make it permanent', (shell) => {
  const { status, stdout } = dkkb('completion', shell);
  expect(status).toBe(0);
  expect(stdout).toContain(`dkkb completion ${shell}`);
  expect(stdout).not.toContain('undefined');
  expect(dkkb('completion', '--help').stdout).toContain(
    stdout
      .split('\n')
      .find((line) => /^# {3}/.test(line))
      ?.slice(4),
  );
});

test.each(['tcsh', 'BASH', ''])('refuses the shell %p and names the three shells', (shell) => {
  const { status, stdout, stderr } = dkkb('completion', shell);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('bash, zsh, fish');
});
