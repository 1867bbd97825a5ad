import type { ContainerFacts } from '../../engine/facts';
import { mariadbName, type Lookup } from './variable';

/** The value of a variable of a container; MariaDB's image reads its own name of a variable first. */
export function given(
  { environment, image }: Pick<ContainerFacts, 'environment' | 'image'>,
  variable: string,
): string | undefined {
  const own = /mariadb/.test(image) ? mariadbName(variable) : variable;
  return environment[own] ?? environment[variable];
}

/** The variables of an engine's containers. */
export function lookupIn(containers: ReadonlyMap<string, ContainerFacts>): Lookup {
  return ({ service, variable }) => {
    const container = containers.get(service);
    return container && given(container, variable);
  };
}
