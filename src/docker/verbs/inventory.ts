import { withTag } from '../../core/image-name';
import { labLabel } from '../model/compose';
import type { DockerLab } from '../lab';
import { namesOf } from '../model/service';
import type { EngineSnapshot, NamedFacts } from '../engine/facts';
import { nameInFile, projectOf } from '../model/compose-labels';
import { containersOf, projectsOf } from './owners';
import type { LabObject } from '../../core/verbs/removal';

/** Everything in the engine under the labs' names or with their labels; of the images those that the exercises make (`built` are this tool's) and those of `images`. */
export async function inventoryOf(
  labs: readonly DockerLab[],
  engine: EngineSnapshot,
  images: readonly string[] = [],
  built: ReadonlySet<string> = new Set(),
): Promise<LabObject[]> {
  const made = labs.flatMap((lab) => lab.made?.images ?? []);
  const registries = labs.flatMap((lab) => lab.made?.registry ?? []);
  const [containers, networks, volumes, listed] = await Promise.all([
    Promise.all(labs.map((lab) => containersOf(lab, engine))),
    engine.networks(),
    engine.volumes(),
    images.length + made.length > 0 ? engine.images() : [],
  ]);
  const composed = containers.filter((_, index) => labs[index]?.composeFile !== undefined);
  const projects = projectsOf(composed.flat());
  const ours = new Set([...images, ...built].map(withTag));
  const wanted = new Set([...ours, ...made.map(withTag)]);
  const all = [
    ...containers.flat().map(({ container, owner }) => ({
      kind: 'container' as const,
      name: container.name,
      owner,
      image: container.image,
      createdAt: container.createdAt,
    })),
    ...named('network', labs, networks, projects),
    ...named('volume', labs, volumes, projects),
    ...listed
      .filter(
        ({ reference }) =>
          wanted.has(reference) ||
          registries.some((registry) => reference.startsWith(`${registry}/`)),
      )
      .map(({ reference, createdAt }) => ({
        kind: 'image' as const,
        name: reference,
        owner: ours.has(reference) ? ('ours' as const) : ('reader' as const),
        image: '',
        createdAt,
      })),
  ];
  return [...new Map(all.map((object) => [`${object.kind} ${object.name}`, object])).values()];
}

function named(
  kind: 'network' | 'volume',
  labs: readonly DockerLab[],
  existing: ReadonlyMap<string, NamedFacts>,
  projects: ReadonlySet<string>,
): LabObject[] {
  const ids = new Set(labs.map(({ id }) => id));
  const names = new Set(labs.flatMap((lab) => [...namesOf(lab)[`${kind}s`]]));
  const composed = labs.filter(({ composeFile }) => composeFile !== undefined);
  const inFiles = new Set(composed.flatMap((lab) => [...namesOf(lab)[`${kind}s`]]));
  return [...existing.values()]
    .filter(
      ({ name, labels }) =>
        names.has(name) ||
        ids.has(labels[labLabel] ?? '') ||
        inFiles.has(nameInFile(kind, labels) ?? '') ||
        projects.has(projectOf(labels) ?? ''),
    )
    .map(({ name, labels }) => ({
      kind,
      name,
      owner: labels[labLabel] === undefined ? 'reader' : 'ours',
      image: '',
      createdAt: '',
    }));
}
