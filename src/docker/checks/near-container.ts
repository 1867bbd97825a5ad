import { repositoryOf } from '../../core/image-name';
import type { ContainerFacts } from '../engine/facts';
import type { Service } from '../model/exercise';
import { portsOf } from '../model/service';
import { isBookName, isNearName } from './near-name';

type Named = Pick<ContainerFacts, 'name' | 'image' | 'wantedPorts'>;

/** The container that is meant where none has the wanted name: one of nearly that name, else one with the image and the ports; empty where there is none. */
export function nearContainer(
  name: string,
  service: Service,
  containers: readonly Named[],
): string {
  const near = containers.filter((one) => isNearName(one.name, name));
  // A name of another exercise is a typing error only if the container has this exercise's port.
  const found =
    near.find((one) => hasPorts(one, service)) ??
    near.find((one) => !isBookName(one.name)) ??
    containers.find((one) => hasPorts(one, service) && isOfImage(one, service));
  return found?.name ?? '';
}

function hasPorts({ wantedPorts }: Named, service: Service): boolean {
  const wanted = portsOf(service);
  return (
    wanted.length > 0 && wanted.every(({ host }) => wantedPorts.some((port) => port.host === host))
  );
}

function isOfImage({ image }: Named, service: Service): boolean {
  return repositoryOf(image) === repositoryOf(service.image);
}
