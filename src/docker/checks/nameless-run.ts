import { repositoryOf } from '../../core/image-name';
import type { Problem } from '../../core/problem';
import type { ContainerFacts } from '../engine/facts';
import { projectOf } from '../model/compose-labels';
import { runCommand } from '../model/commands';
import type { DockerExercise } from '../model/exercise';
import { namesOf, portsOf, serviceOf } from '../model/service';
import { optionsAfterImage as optionsProblem } from '../problems/container';
import { optionsAfterImage } from './after-image';
import { removeCommand } from './make-again';
import { isBookName } from './near-name';

/** A container that was meant to be the service's: its options stand after the image's name, so that Docker has seen none of them, not even its name. */
export function namelessRun(
  lab: DockerExercise,
  name: string,
  containers: readonly ContainerFacts[],
): Problem | undefined {
  const service = serviceOf(lab, name);
  const found = containers.filter((one) => isMeant(lab, name, one));
  const [first] = found;
  if (!first) return undefined;
  const names = found.map((one) => one.name);
  return optionsProblem({
    name: first.name,
    typed: optionsAfterImage(first),
    image: service.image,
    remove: removeCommand(names, found),
    run: runCommand(name, service),
  });
}

function isMeant(lab: DockerExercise, name: string, container: ContainerFacts): boolean {
  const { image, labels } = container;
  const service = serviceOf(lab, name);
  const isOfImage = repositoryOf(image) === repositoryOf(service.image);
  const typed = optionsAfterImage(container);
  if (!typed || !isOfImage || isBookName(container.name)) return false;
  if (projectOf(labels) !== undefined) return false;
  const words = typed.split(/[\s=:]+/);
  const ports = portsOf(service).map(({ host }) => String(host));
  if (words.includes(name) || ports.some((port) => words.includes(port))) return true;
  // A name or a port of another exercise: it was left there.
  return !words.some((word) => isBookName(word) || /^8\d\d\d$/.test(word)) && isOnly(lab, service);
}

/** Whether no other service of the exercise has that image. */
function isOnly(lab: DockerExercise, { image }: { readonly image: string }): boolean {
  const services = [...namesOf(lab).services.values()];
  return services.filter((other) => repositoryOf(other.image) === repositoryOf(image)).length === 1;
}
