import { relative } from 'node:path';
import { composeCommand } from '../../model/compose-paths';
import { namesOf, serviceOf } from '../../model/service';
import type { ContainerFacts } from '../../engine/facts';
import type { DockerCheck, DockerContext } from '../check';
import type { Problem, Remedy } from '../../../core/problem';
import { knownExit } from '../exit';
import { readerComposeFile } from './readers-file';

/** A check of a service that comes from a Compose file: what it advises is done in that file and by Compose. */
export function underCompose(check: DockerCheck, path: string): DockerCheck {
  return {
    ...check,
    async run(context) {
      const problems = await check.run(context);
      if (problems.length === 0) return problems;
      const file = await fileOf(context, path);
      const containers = await context.engine.containers();
      return problems.map((problem) => inComposeTerms(problem, file, containers));
    },
  };
}

/** The service's container does not die over and over: one that `restart` brings back may be looked at while it is up. */
export function staysUp(name: string): DockerCheck {
  return {
    subject: name,
    title: () => ({
      ko: `\`${name}\` 컨테이너가 다시 시작되지 않음`,
      en: `Container \`${name}\` stays up`,
    }),
    async run({ lab, engine }) {
      const container = (await engine.containers()).get(name);
      if (!container) return [];
      const known = knownExit(container.name, serviceOf(lab, name), await engine.log(name));
      return known ? [known] : [];
    },
  };
}

async function fileOf({ dir, files, lab }: DockerContext, path: string): Promise<string> {
  const found = await readerComposeFile(dir, path, [...namesOf(lab).services.keys()], files);
  return found?.isAbout ? relative(dir, found.path) : path;
}

function inComposeTerms(
  problem: Problem,
  file: string,
  containers: ReadonlyMap<string, ContainerFacts>,
): Problem {
  const { name = '' } = problem.values;
  const up = composeCommand(file, 'up', '-d').join(' ');
  const values = 'run' in problem.values ? { ...problem.values, run: up } : problem.values;
  const remedy = remedyFor(problem, serviceName(name, containers), file, up);
  if (remedy) return { ...problem, values, remedy };
  const real = containers.get(name)?.name ?? name;
  const commands = (problem.remedy.commands ?? []).map((command) =>
    command
      .split(' ')
      .map((word) => (word === name ? real : word))
      .join(' '),
  );
  return { ...problem, values, remedy: { ...problem.remedy, commands } };
}

function serviceName(name: string, containers: ReadonlyMap<string, ContainerFacts>): string {
  return containers.get(name)?.labels['com.docker.compose.service'] ?? name;
}

function remedyFor(
  { code, values }: Problem,
  service: string,
  file: string,
  up: string,
): Remedy | undefined {
  const commands = [up];
  if (code === 'container-missing')
    return { ko: 'Compose로 실행합니다:', en: 'Start it with Compose:', commands };
  if (code === 'mysql-argument-refused') {
    return {
      ko: `\`${file}\` 파일의 \`${service}\` 서비스에서 \`command\`의 \`--default-authentication-plugin\` 부분을 지우고 다시 실행합니다:`,
      en: `In \`${file}\`, take \`--default-authentication-plugin\` out of the \`command\` of the service \`${service}\`, and start it again:`,
      commands,
    };
  }
  if ('run' in values || code.startsWith('network-')) {
    return {
      ko: `\`${file}\` 파일의 \`${service}\` 서비스를 고치고 다시 실행합니다:`,
      en: `Mend the service \`${service}\` in \`${file}\`, and start it again:`,
      commands,
    };
  }
  return undefined;
}
