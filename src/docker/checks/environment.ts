import { namesOf, serviceOf } from '../model/service';
import type { ContainerFacts, EngineSnapshot } from '../engine/facts';
import type { DockerExercise } from '../model/exercise';
import type { DockerCheck } from './check';
import { given, isInFile } from './accounts/given';
import { linksOf, partnerOf } from './accounts/links';
import { makeAgain } from './make-again';
import { variableWrong } from '../problems/container';

/** The container got the environment variables of the exercise; a name of another service may be any name that it answers to. */
export function hasVariables(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => {
      const variables = Object.keys(serviceOf(lab, name).environment ?? {}).join(', ');
      return {
        ko: `\`${name}\` 컨테이너의 환경 변수 (${variables})`,
        en: `Variables of the container \`${name}\` (${variables})`,
      };
    },
    async run({ lab, engine, book = lab }) {
      const service = serviceOf(lab, name);
      const container = (await engine.containers()).get(name);
      if (!container) return [];
      const links = linksOf(book);
      const containers = await engine.containers();
      const again = makeAgain(name, service, container);
      const entries = Object.entries(service.environment ?? {});
      const problems = await Promise.all(
        entries.map(async ([variable, wanted]) => {
          const found = given(container, variable) ?? '';
          if (await isAccepted(lab, engine, container, variable, wanted)) return [];
          const partner = partnerOf(links, { name, variable, wanted }, containers);
          return [variableWrong({ ...again, variable, wanted, found, ...partner })];
        }),
      );
      return problems.flat();
    },
  };
}

async function isAccepted(
  lab: DockerExercise,
  engine: EngineSnapshot,
  container: ContainerFacts,
  variable: string,
  wanted: string,
): Promise<boolean> {
  const found = given(container, variable);
  if (found === wanted) return true;
  if (found === undefined) return isInFile(container, variable);
  if (!namesOf(lab).services.has(wanted)) return false;
  const host = found.replace(/:3306$/, '');
  return (await namesOnNetworks(engine, wanted)).has(host);
}

async function namesOnNetworks(engine: EngineSnapshot, name: string): Promise<Set<string>> {
  const container = (await engine.containers()).get(name);
  return new Set([name, ...Object.values(container?.networks ?? {}).flat()]);
}
