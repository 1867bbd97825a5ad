import type { ContainerFacts } from '../../engine/facts';
import type { DockerExercise } from '../../model/exercise';
import { namesOf } from '../../model/service';
import { accountVariable, given } from './given';

/** A variable of an application that says the same as one of its database. */
export interface Link {
  readonly application: string;
  readonly variable: string;
  readonly database: string;
  readonly source: string;
}

/** The variables that have to agree between an application and its database: those that have the same value in the book. */
export function linksOf(lab: DockerExercise): Link[] {
  const { services } = namesOf(lab);
  return [...services].flatMap(([application, { environment = {}, depends_on = {} }]) =>
    Object.keys(depends_on).flatMap((database) => {
      const theirs = Object.entries(services.get(database)?.environment ?? {});
      return Object.entries(environment).flatMap(([variable, value]) => {
        const [source] = theirs.find(([, other]) => other === value) ?? [];
        return source === undefined ? [] : [{ application, variable, database, source }];
      });
    }),
  );
}

/** The variable of another container that has the value which a variable should have, because both mean the same. */
export function partnerOf(
  links: readonly Link[],
  { name, variable, wanted }: Readonly<Record<'name' | 'variable' | 'wanted', string>>,
  containers: ReadonlyMap<string, ContainerFacts>,
): Partial<Record<'other' | 'otherVariable', string>> {
  const partners = links.flatMap((link) => {
    if (link.database === name && link.source === variable)
      return [{ other: link.application, otherVariable: link.variable }];
    if (link.application !== name || link.variable !== variable) return [];
    const sources = [link.source, accountVariable.root];
    return sources.map((otherVariable) => ({ other: link.database, otherVariable }));
  });
  const has = ({ other, otherVariable }: (typeof partners)[number]) => {
    const container = containers.get(other);
    return container !== undefined && given(container, otherVariable) === wanted;
  };
  return partners.find(has) ?? {};
}
