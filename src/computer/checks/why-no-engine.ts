import type { MachineContext } from '../../core/check';
import type { Problem } from '../../core/problem';
import { currentMachine, isLinux } from '../../core/system';
import { desktopOn } from '../desktop';
import { engineNames, installedIn, isFromSnap, type EngineKind } from '../engine/kind';
import type { UnixFacts } from '../facts';
import { dockerDesktopMissing, terminalTooOld } from '../problems/desktop';
import { dockerGroupPending, otherEngineStopped, snapEngineStopped } from '../problems/engine';

type Asked = Pick<MachineContext, 'machine'>;

/** What an engine that does not answer lacks on this very system, by what the docker client said. */
export async function whyNoEngine(
  problem: Problem,
  context: Asked,
  unix: UnixFacts | undefined,
): Promise<Problem> {
  const { system, chosen } = context.machine;
  const isMissing = problem.code === 'program-missing';
  if (isLinux(system)) return whyOnLinux(problem, unix);
  // The engine of another address that the user has chosen is told of with that address.
  if (problem.code !== 'engine-not-running' && !isMissing) return problem;
  if (chosen && !isMissing && !chosen.value.startsWith('desktop-')) return problem;
  const installed = unix ? installedIn(unix) : [];
  if (hasDesktop(context, system, installed)) return isMissing ? terminalTooOld({}) : problem;
  const other = installed.find((kind) => others.includes(kind));
  if (other && !isMissing) return otherEngineStopped({ engine: engineNames[other] });
  return dockerDesktopMissing({ first: false });
}

const others: readonly EngineKind[] = ['colima', 'orbstack', 'rancher'];

function hasDesktop(
  { machine }: Asked,
  system: 'windows' | 'macos',
  installed: readonly EngineKind[],
): boolean {
  if (installed.includes('desktop')) return true;
  return machine === currentMachine() && desktopOn(system).isInstalled;
}

function whyOnLinux(problem: Problem, unix: UnixFacts | undefined): Problem {
  if (!unix) return problem;
  const { user, groups, dockerMembers = [] } = unix;
  if (problem.code === 'socket-denied' && user) {
    const isPending = dockerMembers.includes(user) && !groups.includes('docker');
    return isPending ? dockerGroupPending({ user }) : problem;
  }
  if (problem.code === 'engine-not-running' && isFromSnap(unix)) return snapEngineStopped({});
  return problem;
}
