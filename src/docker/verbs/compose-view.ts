import type { ContainerFacts, EngineSnapshot, NamedFacts } from '../engine/facts';
import { nameInFile } from '../model/compose-labels';

/** The engine as a Compose file names it: containers under their services' names, networks and volumes under theirs. */
export function composeView(engine: EngineSnapshot): EngineSnapshot {
  const containers = async () => {
    const [all, networks] = await Promise.all([engine.containers(), engine.networks()]);
    return underFileNames(
      [...all.values()].map((container) => withFileNetworks(container, networks)),
    );
  };
  const realName = async (name: string) => (await containers()).get(name)?.name ?? name;
  return {
    ...engine,
    containers,
    networks: async () => renamed('network', await engine.networks()),
    volumes: async () => renamed('volume', await engine.volumes()),
    log: async (name) => engine.log(await realName(name)),
    exec: async (name, argv, environment) => engine.exec(await realName(name), argv, environment),
  };
}

function underFileNames(containers: readonly ContainerFacts[]): Map<string, ContainerFacts> {
  const map = new Map(containers.map((container) => [container.name, container]));
  // A running container wins over one that an earlier project left behind.
  const byState = [...containers].sort((a, b) => Number(isRunning(a)) - Number(isRunning(b)));
  for (const container of byState) {
    const service = nameInFile('service', container.labels);
    if (service !== undefined) map.set(service, container);
  }
  return map;
}

function isRunning({ state }: ContainerFacts): boolean {
  return state.status === 'running';
}

function withFileNetworks(
  container: ContainerFacts,
  networks: ReadonlyMap<string, NamedFacts>,
): ContainerFacts {
  const entries = Object.entries(container.networks).map(([name, aliases]) => {
    const known = nameInFile('network', networks.get(name)?.labels ?? {});
    return [known === undefined || isByHand(name, known) ? name : known, aliases] as const;
  });
  return { ...container, networks: Object.fromEntries(entries) };
}

function renamed(
  kind: 'network' | 'volume',
  facts: ReadonlyMap<string, NamedFacts>,
): Map<string, NamedFacts> {
  const all = [...facts.values()].map((fact) => {
    const known = nameInFile(kind, fact.labels);
    return [known === undefined || isByHand(fact.name, known) ? fact.name : known, fact] as const;
  });
  return new Map(all);
}

// `name:` in the file gives the real name; otherwise Compose puts its project in front.
function isByHand(name: string, inFile: string): boolean {
  return !name.endsWith(`_${inFile}`);
}
