import { commandOf } from '../../core/shell/command';
import type { DockerExercise } from '../model/exercise';
import { portsOf, serviceOf } from '../model/service';
import type { ContainerFacts } from '../engine/facts';
import { RegistrySilence, type Catalogue } from '../engine/registry';
import type { DockerCheck, DockerContext } from './check';
import type { Problem } from '../../core/problem';
import { runsAsDescribed } from './container';
import { noAnswer, serverError } from '../problems/http';
import { repositoryOf } from '../../core/image-name';
import { notARegistry, registryEmpty, registryImageBroken } from '../problems/registry';

function addressOf(lab: DockerExercise, name: string, host: string): string {
  return `${host}:${portsOf(serviceOf(lab, name))[0]?.host ?? ''}`;
}

/** A registry answers on the service's port, whatever its container is called. */
export function registryRuns(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => ({
      ko: `${addressOf(lab, name, 'localhost')} 주소에서 이미지 저장소 실행`,
      en: `A registry answers at ${addressOf(lab, name, 'localhost')}`,
    }),
    async run(context) {
      const { lab, engine } = context;
      const registry = addressOf(lab, name, engine.host);
      const catalogue = await engine.contents.ofRegistry(registry);
      if ('repositories' in catalogue) return [];
      const container = await registryContainer(context, name);
      const known = new Map(await engine.containers());
      if (container) known.set(name, container);
      const seen = { ...engine, containers: async () => known };
      if (catalogue.status > 0 && !container)
        return [await stranger(context, registry, catalogue.status)];
      const problems = await runsAsDescribed(name).run({ ...context, engine: seen });
      if (problems.length > 0) return problems;
      return [await notAnswering(context, registry, container?.name ?? name, catalogue)];
    },
  };
}

/** The problem of a container that is made as it should be: it does not answer, it fails, or it is no registry. */
async function notAnswering(
  context: DockerContext,
  registry: string,
  name: string,
  { error, status }: Extract<Catalogue, { status: number }>,
): Promise<Problem> {
  const url = `http://${registry}`;
  if (status === 0) return noAnswer({ url, name, error });
  if (status >= 500) return serverError({ url, name, status: String(status) });
  return stranger(context, registry, status);
}

async function stranger(
  { engine }: DockerContext,
  registry: string,
  status: number,
): Promise<Problem> {
  const port = Number(registry.split(':').at(-1));
  const holder = [...(await engine.containers()).values()].find(({ ports }) =>
    ports.some(({ host }) => host === port),
  );
  return notARegistry({ registry, by: holder?.name ?? '', status: String(status) });
}

/** The container that is, or is meant to be, the registry: of that name, or of the registry's image. */
async function registryContainer(
  { lab, engine }: DockerContext,
  name: string,
): Promise<ContainerFacts | undefined> {
  const containers = [...(await engine.containers()).values()];
  const { image } = serviceOf(lab, name);
  const those = containers.filter((other) => repositoryOf(other.image) === repositoryOf(image));
  const named = containers.find((other) => other.name === name);
  return named ?? those.find(({ state }) => state.status === 'running') ?? those[0];
}

/** The registry lists an image of any name, and holds all that a pull needs. */
export function registryHolds(name: string, example: string): DockerCheck {
  return {
    subject: name,
    title: () => ({
      ko: '저장소 목록에 올린 이미지가 있고 다시 받을 수 있음',
      en: 'The registry lists an image, which can be pulled back',
    }),
    async run(context) {
      const { lab, engine } = context;
      const registry = addressOf(lab, name, engine.host);
      const url = `http://${registry}`;
      const container = (await registryContainer(context, name))?.name ?? name;
      const catalogue = await engine.contents.ofRegistry(registry);
      if (!('repositories' in catalogue))
        return [await notAnswering(context, registry, container, catalogue)];
      const images = await Promise.all(
        catalogue.repositories.map((repository) =>
          engine.contents.ofRepository(registry, repository),
        ),
      ).catch((error: unknown) => {
        if (error instanceof RegistrySilence) return error;
        throw error;
      });
      if (images instanceof RegistrySilence)
        return [noAnswer({ url, name: container, error: images.error })];
      const held = images.flat();
      if (held.some(({ missing }) => missing.length === 0)) return [];
      const [broken] = held;
      if (!broken) return [await nothingPushed(context, registry, example)];
      const image = broken.reference;
      const push = commandOf('docker', 'push', image);
      return [registryImageBroken({ image, missing: broken.missing.join(', '), push })];
    },
  };
}

async function nothingPushed(
  { lab, engine }: DockerContext,
  registry: string,
  example: string,
): Promise<Problem> {
  const references = (await engine.images()).map(({ reference }) =>
    reference.replace(/:latest$/, ''),
  );
  const port = registry.split(':').at(-1) ?? '';
  const isFor = new RegExp(`^(?:localhost|127\\.0\\.0\\.1):${port}/`);
  const tagged = references.find((reference) => isFor.test(reference)) ?? '';
  const others = tagged ? [] : references.filter(isForAnother);
  const [other] = others;
  const [step = []] = lab.platform === 'docker' ? (lab.steps ?? []) : [];
  const wanted = other
    ? example.slice(0, example.indexOf('/')) + other.slice(other.indexOf('/'))
    : example;
  return registryEmpty({
    registry,
    tagged,
    others: others.join(', '),
    wanted,
    tag: other ? commandOf('docker', 'tag', other, wanted) : commandOf(...step),
    push: commandOf('docker', 'push', tagged || wanted),
  });
}

/** Registries of the public, from which an image with their address was pulled. */
const publicRegistry =
  /^(?:(?:[\w.-]+\.)?(?:quay\.io|ghcr\.io|gcr\.io|k8s\.io|pkg\.dev|ecr\.aws|microsoft\.com|docker\.io))$/;

/** Whether a tag begins with the address of a registry that is not this one; an official image of a mirror was pulled from there. */
function isForAnother(reference: string): boolean {
  const [address = '', ...path] = reference.split('/');
  if (path.length === 0 || reference.includes('<none>')) return false;
  const isAddress = /[.:]|^localhost$/.test(address) && !publicRegistry.test(address);
  return isAddress && repositoryOf(reference).includes('/');
}
