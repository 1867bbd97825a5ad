import { about } from '../../core/problem';
import { otherMachine, type System } from '../../core/system';
import { practiceHost, practiceVm } from '../../core/practice-machine';
import { portReserved, portTaken, portUnavailable } from './ports';
import { notARegistry } from './registry';

const commandsOn = (system: System) =>
  about(portTaken({ port: '8080' }), { ...otherMachine, system }).describe().remedy.commands;

it.each([
  ['windows', 'netstat -ano | findstr :8080'],
  ['macos', 'lsof -nP -iTCP:8080 -sTCP:LISTEN'],
  ['debian', "sudo ss -ltnp 'sport = :8080'"],
] as const)('the remedy for a taken port on %s is a command of that system', (system, command) => {
  expect(commandsOn(system)).toEqual([command]);
});

it.each([
  ['ControlCe (pid 512)', true],
  ['ControlCenter (pid 512)', true],
  ['', true],
  ['node (pid 700)', false],
  ['web', false],
])('on macOS, %j on port 5000 is AirPlay: %s', (by, isAirplay) => {
  const { message, remedy } = about(portTaken({ port: '5000', by }), {
    ...otherMachine,
    system: 'macos',
  }).describe();
  expect(message.ko.includes('AirPlay')).toBe(isAirplay);
  expect(/AirDrop.*Handoff.*5001:5000/.test(remedy.ko)).toBe(isAirplay);
});

it('AirPlay is not suspected elsewhere, nor on another port', () => {
  const said = (port: string, system: System) =>
    about(portTaken({ port }), { ...otherMachine, system }).describe().message.en;
  expect(said('5000', 'debian')).toContain('another program');
  expect(said('8080', 'macos')).toContain('another program');
});

it('on macOS, a refusal on port 5000 is AirPlay, also beside a container', () => {
  const said = (status: string, registry = 'localhost:5000') =>
    notARegistry({ registry, by: 'registry000', status }).describe({
      ...otherMachine,
      system: 'macos',
    }).message.en;
  expect(said('403')).toContain('AirPlay');
  expect(said('404')).not.toContain('AirPlay');
  expect(said('403', 'localhost:5001')).not.toContain('AirPlay');
});

it('a port that Windows keeps is told with its range, how to see it, and how to free it', () => {
  const problem = portReserved({
    port: '8085',
    from: '8004',
    to: '8103',
    name: 'wordpress000ex12',
  });
  const { message, remedy } = problem.describe({
    ...otherMachine,
    system: 'windows',
    shell: 'cmd',
  });
  expect(message.ko).toContain('8004-8103');
  expect(remedy.commands).toEqual([
    'netsh interface ipv4 show excludedportrange protocol=tcp',
    'net stop winnat',
    'net start winnat',
  ]);
});

it('a port that was refused without a reason is told with both causes', () => {
  const { commands } = portUnavailable({ port: '8085' }).describe({
    ...otherMachine,
    system: 'windows',
  }).remedy;
  expect(commands).toEqual([
    'netstat -ano | findstr :8085',
    'netsh interface ipv4 show excludedportrange protocol=tcp',
  ]);
});

it.each([
  [practiceHost.container, '--on practice-host', 'npx cdktf destroy practice-host'],
  [practiceVm.holder, '--on vm', 'dkkb vm stop'],
])('a port of %s is not freed behind the back of what made it', (by, on, command) => {
  const { message, remedy } = portTaken({ port: '8080, 8081', by }).describe(otherMachine);
  expect(message.ko).toContain('8080, 8081');
  expect([remedy.ko, remedy.en]).toEqual([
    expect.stringContaining(on),
    expect.stringContaining(on),
  ]);
  expect(remedy.commands).toEqual([command]);
});
