import { distance } from 'fastest-levenshtein';

import { repositoryOf } from '../../core/image-name';
import type { ContainerFacts } from '../engine/facts';
import type { Service } from '../model/exercise';
import { portsOf } from '../model/service';
import { isBookName, isNearName } from './near-name';

type Named = Pick<ContainerFacts, 'name' | 'image' | 'wantedPorts'>;

/** The container that is meant where none has the wanted name: one of nearly that name, else one with the image and the ports; empty where there is none. One that fits another name of `missing` better is meant for that. */
export function nearContainer(
  name: string,
  service: Service,
  containers: readonly Named[],
  missing: Readonly<Record<string, Service>> = {},
): string {
  const others = Object.entries(missing).filter(([other]) => other !== name);
  const near = containers.filter(
    (one) =>
      isNearName(one.name, name) &&
      !others.some((other) => fit(one, other) < fit(one, [name, service])),
  );
  // A name of another exercise is a typing error only if the container has this exercise's port.
  const found =
    near.find((one) => hasPorts(one, service)) ??
    near.find((one) => !isBookName(one.name)) ??
    containers.find((one) => hasPorts(one, service) && isOfImage(one, service));
  return found?.name ?? '';
}

/** How far a container is from a service: its ports count more than its name. */
function fit(container: Named, [name, service]: readonly [string, Service]): number {
  return distance(container.name, name) + (hasPorts(container, service) ? 0 : farName);
}

/** More than any name that is near. */
const farName = 10;

function hasPorts({ wantedPorts }: Named, service: Service): boolean {
  const wanted = portsOf(service);
  return (
    wanted.length > 0 && wanted.every(({ host }) => wantedPorts.some((port) => port.host === host))
  );
}

function isOfImage({ image }: Named, service: Service): boolean {
  return repositoryOf(image) === repositoryOf(service.image);
}
