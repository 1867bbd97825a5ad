import { createServer, type AddressInfo } from 'node:net';

import { onRealSystem } from '../../../testbed/programs/posix';
import { recognisePorts } from '../../core/machine/ports';
import type { Run } from '../../core/machine/process';
import type { EngineSnapshot } from '../engine/facts';
import { portProblem } from './port-problem';

const netsh: Run = () =>
  Promise.resolve({ code: 0, stdout: '\r\n      8004        8103\r\n', stderr: '' });
const silent: Run = () => Promise.resolve({ code: 1, stdout: '', stderr: '' });

const holder = { name: 'web', ports: [{ host: 8085, protocol: 'tcp' }] };
const engine = (...containers: object[]) =>
  ({
    isLocal: true,
    containers: () => Promise.resolve(new Map(containers.map((one) => [one, one]))),
  }) as unknown as EngineSnapshot;

const told = async (code: string, port: string, run: Run, ...containers: object[]) => {
  const values = { port, name: 'wordpress000ex12' };
  const found = await portProblem(code, values, engine(...containers), { run, system: 'windows' });
  return [found.code, found.values['by'] ?? found.values['from']];
};

it.each(['port-reserved', 'port-unavailable'])(
  '%s is explained by the range of Windows',
  async (code) => {
    expect(await told(code, '8085', netsh)).toEqual(['port-reserved', '8004']);
  },
);

it('what the engine has said stays where Windows tells no range', async () => {
  expect(await told('port-reserved', '8085', silent)).toEqual(['port-reserved', undefined]);
  expect(await told('port-unavailable', '1', silent)).toEqual(['port-unavailable', undefined]);
});

it('a container that has the port comes first', async () => {
  for (const code of ['port-in-use', 'port-reserved', 'port-unavailable'])
    expect(await told(code, '8085', netsh, holder)).toEqual(['port-in-use', 'web']);
});

onRealSystem('a program that has the port is named', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const [code, by] = await told('port-unavailable', String(port), silent);
  server.close();
  expect(code).toBe('port-in-use');
  expect(by).toContain(`(pid ${process.pid})`);
});

it.each(['port-in-use', 'port-unavailable'])(
  'a machine of this program that has the port is named for %s',
  async (code) => {
    recognisePorts((port) => Promise.resolve(port === 8085 ? 'dkkb vm' : ''));
    expect(await told(code, '8085', silent)).toEqual(['port-in-use', 'dkkb vm']);
    expect(await told(code, '8085', silent, holder)).toEqual(['port-in-use', 'web']);
    recognisePorts(() => Promise.resolve(''));
  },
);
