import { shownRemedy } from '../problem';
import { otherMachine } from '../system';
import { commandOf } from './command';
import { labLine, workThere } from './lab-command';
import { typeIn } from './reader';

afterEach(() => workThere([]));

const remedy = {
  ko: '',
  en: '',
  commands: [
    commandOf('dkkb', 'up', 'ch04-port'),
    'dkkb check ch04-port',
    'docker ps',
    'dkkb doctor',
  ],
};

it('on this machine, commands are as they are', () => {
  expect(labLine('down', 'ch04-port')).toBe('dkkb down ch04-port');
  expect(shownRemedy(remedy, otherMachine).commands).toEqual([
    'dkkb up ch04-port',
    'dkkb check ch04-port',
    'docker ps',
    'dkkb doctor',
  ]);
});

it('for another machine, those on labs lead there, in the shell of this one', () => {
  typeIn('cmd');
  workThere(['--on', 'ssh://kim@10.0.0.7', '--identity', 'C:\\my keys\\key']);
  const options = '--on ssh://kim@10.0.0.7 --identity "C:\\my keys\\key"';
  expect(labLine('down', '--all')).toBe(`dkkb down --all ${options}`);
  expect(shownRemedy(remedy, otherMachine).commands).toEqual([
    `dkkb up ch04-port ${options}`,
    `dkkb check ch04-port ${options}`,
    'docker ps',
    'dkkb doctor',
  ]);
});

it('a command that names a machine leads to that machine only', () => {
  typeIn('bash');
  workThere(['--on', 'ssh://kim@10.0.0.7']);
  expect(labLine('check', 'app-ssh', '--on', 'vm')).toBe('dkkb check app-ssh --on vm');
  const commands = ['dkkb check app-ssh --on vm', commandOf('dkkb', 'check', 'x', '--on', 'vm')];
  expect(shownRemedy({ ko: '', en: '', commands }, otherMachine).commands).toEqual([
    'dkkb check app-ssh --on vm',
    'dkkb check x --on vm',
  ]);
});
