import { ownPortHolder, portHolder } from '../../core/machine/ports';
import type { Run } from '../../core/machine/process';
import { rangeOf, reservedRanges, type PortRange } from '../../core/machine/reserved-ports';
import type { Problem, ShownRemedy } from '../../core/problem';
import type { DockerContext } from './check';
import type { System } from '../../core/system';
import type { ContainerFacts, EngineSnapshot } from '../engine/facts';
import { portReserved, portTaken, portUnavailable } from '../problems/ports';

/** A port that the engine could not open for a container. */
export interface RefusedPort {
  readonly port: string;
  readonly name: string;
}

const codes = ['port-in-use', 'port-reserved', 'port-unavailable'];

/** Whether an engine's words mean that it could not open a port. */
export function isOfPort(code: string): boolean {
  return codes.includes(code);
}

/** Why a port of this machine cannot be opened: a container or a program has it, or Windows keeps it. */
export async function portProblem(
  code: string,
  { port, name }: RefusedPort,
  engine: Pick<EngineSnapshot, 'containers' | 'isLocal'>,
  { run, system }: { run: Run; system: System },
): Promise<Problem> {
  const containers = [...(await engine.containers()).values()];
  const by = containers.find((one) => one.name !== name && publishes(one, Number(port)))?.name;
  if (by !== undefined) return portTaken({ port, by, name });
  if (code === 'port-in-use')
    return portTaken({ port, by: engine.isLocal ? await ownPortHolder(Number(port)) : '', name });
  const ranges = engine.isLocal ? await reservedRanges(system, run) : [];
  const range = rangeOf(Number(port), ranges);
  if (range) return reservedProblem(range, { port, name });
  if (code === 'port-reserved') return portReserved({ port, name });
  const holder = engine.isLocal ? await portHolder(Number(port)) : '';
  return holder ? portTaken({ port, by: holder, name }) : portUnavailable({ port, name });
}

/** The same problem of a container that was not started for it: a mistake to mend, because the engine gives the reason. */
export async function keptFromStarting(
  code: string,
  refused: RefusedPort,
  engine: EngineSnapshot,
  { run, machine: { system } }: Pick<DockerContext, 'run' | 'machine'>,
): Promise<Problem> {
  const problem = await portProblem(code, refused, engine, { run, system });
  const { by = '' } = problem.values;
  const isFreeNow = problem.code === 'port-in-use' && !by;
  return {
    ...problem,
    kind: 'failed',
    describe(machine, other) {
      const { message, remedy } = problem.describe(machine, other);
      return { message, remedy: andStart(remedy, other?.['name'] ?? refused.name, isFreeNow) };
    },
  };
}

function andStart(remedy: ShownRemedy, name: string, mayBeFree: boolean): ShownRemedy {
  const { commands = [] } = remedy;
  const start = `docker start ${name}`;
  if (!mayBeFree) return { ...remedy, commands: [...commands, start] };
  return {
    ko: `그 포트가 이제 비어 있다면 시작합니다(첫째 줄). 아니라면: ${remedy.ko}`,
    en: `If the port is free by now, start the container (first line). If not: ${remedy.en}`,
    commands: [start, ...commands],
  };
}

/** The problem of a port that is in a range of Windows. */
export function reservedProblem({ from, to }: PortRange, values: RefusedPort): Problem {
  return portReserved({ ...values, from: String(from), to: String(to) });
}

/** Whether a container publishes a TCP port of its host. */
export function publishes({ ports }: ContainerFacts, port: number): boolean {
  return ports.some(({ host, protocol }) => host === port && protocol === 'tcp');
}
