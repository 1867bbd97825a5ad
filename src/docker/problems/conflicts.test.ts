import { about } from '../../core/problem';
import { otherMachine, type System } from '../../core/system';
import { portTaken } from './conflicts';

const commandsOn = (system: System) =>
  about(portTaken({ port: '8080' }), { ...otherMachine, system }).describe().remedy.commands;

it.each([
  ['windows', 'netstat -ano | findstr :8080'],
  ['macos', 'lsof -nP -iTCP:8080 -sTCP:LISTEN'],
  ['debian', "sudo ss -ltnp 'sport = :8080'"],
] as const)('the remedy for a taken port on %s is a command of that system', (system, command) => {
  expect(commandsOn(system)).toEqual([command]);
});
