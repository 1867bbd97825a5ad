import { namesOf, serviceOf } from '../model/service';
import type { ContainerFacts, EngineSnapshot } from '../engine/facts';
import type { DockerExercise } from '../model/exercise';
import type { DockerCheck } from './check';
import { given, lookupIn } from './accounts/given';
import { linksOf, partnerOf } from './accounts/links';
import { isGivenOtherwise } from './accounts/variable';
import { makeAgain } from './make-again';
import { nearName } from './near-name';
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
      const containers = await engine.containers();
      const container = containers.get(name);
      if (!container) return [];
      const links = linksOf(namesOf(book).services);
      const lookup = lookupIn(containers);
      const again = makeAgain(name, service, container);
      const asked = service.environment ?? {};
      const problems = await Promise.all(
        Object.entries(asked).map(async ([variable, wanted]) => {
          const found = given(container, variable);
          const isFit =
            found === undefined
              ? isGivenOtherwise(variable, container.environment, asked)
              : found === wanted || (await isNameOf(wanted, found, lab, engine));
          if (isFit) return [];
          const partner = partnerOf(links, { service: name, variable, wanted }, lookup);
          const other = partner && { other: partner.service, otherVariable: partner.variable };
          const similar = found ? '' : misspelt(container, variable, Object.keys(asked));
          const spelling = similar ? { similar } : {};
          const values = { ...again, variable, wanted, found: found ?? '' };
          return [variableWrong({ ...values, ...other, ...spelling })];
        }),
      );
      return problems.flat();
    },
  };
}

/** Whether a value is one of the names of the service that is wanted. */
async function isNameOf(
  wanted: string,
  found: string,
  lab: DockerExercise,
  engine: EngineSnapshot,
): Promise<boolean> {
  if (!namesOf(lab).services.has(wanted)) return false;
  const host = found.replace(/:3306$/, '');
  return (await namesOnNetworks(engine, wanted)).has(host);
}

/** The variable of the container that was meant to be this one: another server's, in small letters, with a space, or with a slip; empty where there is none. */
function misspelt(
  { environment }: ContainerFacts,
  variable: string,
  wanted: readonly string[],
): string {
  const others = Object.keys(environment).filter((name) => !wanted.includes(name));
  const plain = (name: string) =>
    name
      .trim()
      .toUpperCase()
      .replace(/^MARIADB_/, 'MYSQL_');
  const same = others.find((name) => plain(name) === variable);
  return same ?? nearName(others, variable);
}

async function namesOnNetworks(engine: EngineSnapshot, name: string): Promise<Set<string>> {
  const container = (await engine.containers()).get(name);
  return new Set([name, ...Object.values(container?.networks ?? {}).flat()]);
}
