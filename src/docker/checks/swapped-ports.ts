import { runCommand } from '../model/commands';
import type { DockerExercise } from '../model/exercise';
import { namesOf, portsOf } from '../model/service';
import type { ContainerFacts } from '../engine/facts';
import type { Problem } from '../../core/problem';
import { portsSwapped } from '../problems/published-ports';
import { removeCommand } from './make-again';

interface Placed {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
}

/** The problem of a container whose host port is that of another one, round to its own; the same for each of them. */
export function swappedPorts(
  lab: DockerExercise,
  name: string,
  containers: ReadonlyMap<string, ContainerFacts>,
): Problem | undefined {
  const placed = placesOf(lab, containers);
  const round = roundFrom(name, placed);
  if (round.length < 2 || round.length > 3) return undefined;
  // In the order of the exercise, so that it is one problem.
  const those = placed.filter((one) => round.includes(one));
  const { services } = namesOf(lab);
  const runs = those.map((one) => runCommand(one.name, services.get(one.name) ?? { image: '' }));
  const [run, second, third] = runs;
  if (!run || !second) return undefined;
  const facts = those.flatMap((one) => containers.get(one.name) ?? []);
  const told = (value: (one: Placed) => string) => those.map(value).join(', ');
  return portsSwapped({
    containers: told((one) => one.name),
    wanted: told((one) => one.wanted),
    found: told((one) => one.found),
    remove: removeCommand(
      facts.map((one) => one.name),
      facts,
    ),
    run,
    second,
    ...(third ? { third } : {}),
  });
}

/** Each service with one port whose container was asked for one port. */
function placesOf(
  lab: DockerExercise,
  containers: ReadonlyMap<string, ContainerFacts>,
): readonly Placed[] {
  return [...namesOf(lab).services].flatMap(([name, service]) => {
    const [wanted, ...others] = portsOf(service);
    const [found, ...more] = containers.get(name)?.wantedPorts ?? [];
    if (!wanted || !found || others.length + more.length > 0 || found.protocol !== 'tcp') return [];
    return [
      {
        name,
        wanted: `${wanted.host}:${wanted.container}`,
        found: `${found.host}:${found.container}`,
      },
    ];
  });
}

/** From a container to the one whose port it has, and on, until its own port is found; else none. */
function roundFrom(name: string, placed: readonly Placed[]): readonly Placed[] {
  const first = placed.find((one) => one.name === name);
  if (!first || first.found === first.wanted) return [];
  const round = [first];
  for (let last = first; last.found !== first.wanted;) {
    const next = placed.find((one) => one.wanted === last.found);
    if (!next || round.includes(next)) return [];
    round.push(next);
    last = next;
  }
  return round;
}
