import { sshUnreachable } from '../../../core/problems/remote';
import { hostKeyUnknown, vmStepsFailed } from '../../../class/problems/vm';
import type { Problem } from '../../../core/problem';
import { reasonLine, reasonsOf } from './reasons';

const silent = (host: string, said: string) => sshUnreachable({ host, port: '22', said });
const row = (name: string, problem?: Problem) => ({ id: name, name, state: 'running', problem });
const linesOf = (rows: readonly ReturnType<typeof row>[]) =>
  reasonsOf(rows, ({ problem }) => problem).map(reasonLine);

it('tells silent VMs in one line, also where the answer has their address', () => {
  const said = (host: string) => `ssh: connect to host ${host} port 22: Connection timed out`;
  const rows = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((host, at) =>
    row(`s${at}`, silent(host, said(host))),
  );
  const lines = linesOf([...rows, row('fine')]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('? s0, s1, s2: No SSH connection to `each VM`, port 22.');
  expect(lines[0]).toContain('host each VM port 22: Connection timed out [ssh-unreachable]');
});

it('tells different reasons apart', () => {
  const lines = linesOf([
    row('a', silent('192.0.2.1', 'timed out')),
    row('b', silent('192.0.2.2', 'refused')),
    row('c', vmStepsFailed({ steps: 'nano' })),
    row('d', vmStepsFailed({ steps: 'nano' })),
    row('e', hostKeyUnknown({ instance: 'i-1' })),
  ]);
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/a: No SSH connection to `192\.0\.2\.1`.*timed out/);
  expect(lines[2]).toMatch(/^\S+ c, d: .*nano/);
  expect(lines[3]).toContain('`i-1`');
});

it('tells many by their number', () => {
  const rows = Array.from({ length: 300 }, (_, at) => row(`s${at}`, silent(`h${at}`, 'timed out')));
  expect(linesOf(rows)[0]).toContain('? 300 students (names: -o json): No SSH connection');
});
