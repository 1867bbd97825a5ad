import { labs } from '../../labs/index';
import { mistakesIn } from '../../testbed/shells/line-mistakes';
import { linesIn } from '../../testbed/shells/lines-in-text';
import { readShells } from '../../testbed/shells/readable';
import type { Command } from '../core/shell/command';
import { lineFor } from '../core/shell/render';
import type { Shell } from '../core/shell/shells';
import type { Machine, System } from '../core/system';
import { stepsOf } from './commands/show';
import { commandValues, problemsWith } from './problems.fixture';

/** These are done on the practice machine, which has bash. */
const doneInBash = new Set(['app-nano']);
const labsFor = (shell: Shell) => labs.filter(({ id }) => shell === 'bash' || !doneInBash.has(id));

it.each(readShells)('the solutions of all labs are lines that %s takes', async (shell) => {
  const commands = labsFor(shell)
    .flatMap((lab): readonly unknown[] => stepsOf(lab))
    .filter((step) => !(typeof step === 'object' && step !== null && 'file' in step));
  expect(commands.length).toBeGreaterThan(50);
  const lines = commands.map((command) => lineFor(shell, command as Command));
  expect(await mistakesIn(shell, lines)).toEqual([]);
});

it.each(readShells)(
  'the commands in the tasks and hints of all labs are for %s, too',
  async (shell) => {
    const texts = labsFor(shell).flatMap(({ task, hint }) =>
      [...task, hint].flatMap(({ ko, en }) => [ko, en]),
    );
    const lines = texts.flatMap(linesIn);
    expect(lines.length).toBeGreaterThan(20);
    expect(await mistakesIn(shell, lines)).toEqual([]);
  },
);

/** The machines of readers who type in each shell. */
const systems: Readonly<Record<Shell, readonly System[]>> = {
  bash: ['debian', 'fedora', 'arch', 'alpine', 'suse', 'linux', 'wsl', 'macos'],
  powershell: ['windows'],
  cmd: ['windows'],
  'git-bash': ['windows'],
};

/** Every system with an ordinary name; what a name does to a line is the same on each. */
const machines = (shell: Shell, value: string): Machine[] =>
  systems[shell]
    .slice(0, value === ordinary ? undefined : 1)
    .flatMap((system) =>
      [true, false].map((yes) => ({ system, isRoot: yes, shell, has: () => yes })),
    );

const ordinary = 'web';
const samples = [
  ...[
    ordinary,
    '8080',
    '',
    'two words',
    "it's",
    'a, b',
    '한글 이름',
    'C:\\Users\\김\\a.txt',
    '/a b/c',
  ],
  'a&b|c^d>e;f',
  '$(id) `id`',
];

/** What these tell to type is typed on the other machine, in WSL, on Linux or on a Mac, which have bash. */
const typedInBash = new Set([
  'docker-group-pending',
  'engine-from-snap',
  'file-crlf',
  'folder-of-windows',
  'nano-saved-elsewhere',
  'practice-busy',
  'practice-interrupted',
  'practice-steps-failed',
  'remote-engine-silent',
  'remote-shell-noisy',
  'remote-cluster-missing',
  'rosetta-missing',
  'snap-engine-stopped',
  'vm-late',
]);

/** The shells of Windows are not asked about what is typed in another system. */
const problemsFor = (shell: Shell, value: string) =>
  (problems.get(value) ?? []).filter(([code]) => shell === 'bash' || !typedInBash.has(code));

/** An option that is added to a command is read behind one. */
const whole = (line: string) =>
  line.replace(/^(?:MSYS_NO_PATHCONV=1 )?(?=--)/, 'dkkb check ch08-pod ');

const given = (value: string) => (name: string) =>
  commandValues.includes(name) ? 'docker start web' : value;

const problems = new Map(samples.map((value) => [value, problemsWith(given(value))]));

describe.each(readShells)('for %s', (shell) => {
  it.each(samples)('every remedy about %j is lines that this shell takes', async (value) => {
    const shown = problemsFor(shell, value).flatMap(([, problem]) =>
      machines(shell, value).flatMap((machine) => problem.describe(machine).remedy.commands ?? []),
    );
    expect(shown.length).toBeGreaterThan(50);
    expect(await mistakesIn(shell, shown.map(whole))).toEqual([]);
  });

  it('the commands in the words of every problem are for this shell', async () => {
    const shown = problemsFor(shell, ordinary).flatMap(([, problem]) =>
      machines(shell, ordinary).flatMap((machine) => {
        const { message, remedy } = problem.describe(machine);
        return [message, remedy].flatMap(({ ko, en }) => [ko, en]);
      }),
    );
    expect(await mistakesIn(shell, shown.flatMap(linesIn))).toEqual([]);
  });
});
