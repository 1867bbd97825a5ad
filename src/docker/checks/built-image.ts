import { posix } from 'node:path';
import { inFolder } from '../../core/machine/in-folder';
import { distance } from 'fastest-levenshtein';
import { commandOf, type CommandLine } from '../../core/shell/command';
import type { DockerExercise } from '../model/exercise';
import type { Contents } from '../engine/contents';
import type { EngineSnapshot } from '../engine/facts';
import { silent, type HttpAnswer } from '../../core/answers/http';
import type { DockerCheck, DockerContext } from './check';
import { summaryOf } from '../../core/page';
import { Failure } from '../../core/failure';
import { withTag } from '../../core/image-name';
import * as problems from '../problems/built-image';
import { fileProblem, isShownBy } from '../../core/checks/reader-file';
import { withRemedy, type Problem } from '../../core/problem';
import type { BuildFiles } from './dockerfile/build-folder';
import { otherContainer } from './committed-from';
import { prepareRemedy } from './prepare-remedy';

/** The command of the lab that makes its image. */
function makeCommand(lab: DockerExercise): CommandLine {
  const step = lab.platform === 'docker' ? lab.steps?.at(-1) : undefined;
  return commandOf(...(step ?? []));
}

/** The image exists; one that is built from files is not made before they are right. */
export function imageIsBuilt(image: string, from?: BuildFiles): DockerCheck {
  return {
    subject: image,
    title: () => ({ ko: `\`${image}\` 이미지 만들기`, en: `The image \`${image}\` exists` }),
    async run(context) {
      const answer = await given(context.engine.images());
      const images = answer instanceof Failure ? [] : answer;
      if (images.some(({ reference }) => reference === withTag(image))) return [];
      const mistakes = from ? await mistakesOf(context, from) : [];
      if (mistakes.length > 0) return mistakes;
      if (answer instanceof Failure) throw answer;
      const similar = await similarImage(context.engine, image);
      const folder = from ? posix.dirname(from.recipe) : '';
      const make = makeCommand(context.lab);
      const missing = problems.builtImageMissing({ image, similar, folder, make });
      const isGiven = await hasSetup(context);
      return [similar || isGiven ? missing : withRemedy(missing, prepareRemedy(context.lab))];
    },
  };
}

// The reader's files need no engine to be looked at.
function given<T>(answer: Promise<T>): Promise<T | Failure> {
  return answer.catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
}

// What reads a Dockerfile is loaded only where something is wrong.
async function mistakesOf(context: DockerContext, from: BuildFiles): Promise<Problem[]> {
  const { buildProblems } = await import('./dockerfile/build-folder');
  return buildProblems(context, from);
}

/** Whether the containers that the exercise gives are there. */
async function hasSetup({ lab, engine }: DockerContext): Promise<boolean> {
  const containers = await engine.containers();
  const given = lab.platform === 'docker' ? Object.keys(lab.setup.services ?? {}) : [];
  return given.every((name) => containers.has(name));
}

async function similarImage(engine: EngineSnapshot, image: string): Promise<string> {
  const names = (await engine.images()).map(({ reference }) => reference);
  const plain = (reference: string) => reference.split(':')[0] ?? '';
  // The name of another exercise's image is no typing error.
  const isNear = (other: string) => distance(other, image) <= 2 && !/^ex22_original\d$/.test(other);
  return (
    names
      .find((other) => plain(other) === image || isNear(plain(other)))
      ?.replace(/:latest$/, '') ?? ''
  );
}

/** The image has the layers of the container's image, and one more, and was made from that container as far as the engine knows. */
export function isCommitOf(image: string, container: string, base: string): DockerCheck {
  return {
    subject: image,
    title: () => ({
      ko: `\`${image}\` 이미지의 층: \`${base}\` 이미지의 층과 하나 더`,
      en: `\`${image}\` has the layers of \`${base}\` and one more`,
    }),
    async run(context) {
      const { imageId } = (await context.engine.containers()).get(container) ?? {};
      const bases = imageId && imageId !== base ? [imageId, base] : [base];
      const [layers, ...under] = await Promise.all(
        [image, ...bases].map((name) => context.engine.layers(name)),
      );
      const values = { image, base, make: makeCommand(context.lab) };
      if (under.every((known) => known.length === 0)) return [problems.baseUnknown(values)];
      const extras = under.flatMap((known) => extraLayers(layers ?? [], known));
      if (extras.includes(1)) return otherOrigin(context, image, container);
      const [count] = extras;
      if (count === undefined) return [problems.imageBaseWrong(values)];
      // When nothing has changed in a container, its image gets no layer of its own.
      if (count === 0 && !(await isOneOf(context.engine, image, bases))) return [];
      if (count === 0) return [problems.imageSameAsBase(values)];
      return [problems.imageLayersMore({ ...values, count: String(count) })];
    },
  };
}

async function otherOrigin(
  { engine, lab }: DockerContext,
  image: string,
  container: string,
): Promise<Problem[]> {
  const found = await otherContainer(engine, await idOf(engine, image), container);
  if (!found) return [];
  const problem = problems.imageOfOther({ image, container, found, make: makeCommand(lab) });
  const isThere = (await engine.containers()).has(container);
  return [isThere ? problem : withRemedy(problem, prepareRemedy(lab))];
}

async function idOf(engine: EngineSnapshot, name: string): Promise<string> {
  const known = await engine.images();
  return known.find(({ reference }) => reference === withTag(name))?.id ?? name;
}

async function isOneOf(
  engine: EngineSnapshot,
  image: string,
  others: readonly string[],
): Promise<boolean> {
  const ids = await Promise.all([image, ...others].map((name) => idOf(engine, name)));
  return ids.lastIndexOf(ids[0] ?? '') > 0;
}

function extraLayers(layers: readonly string[], base: readonly string[]): number[] {
  const isBase = base.length > 0 && base.every((layer, index) => layers[index] === layer);
  return isBase ? [layers.length - base.length] : [];
}

/** The answers of the images' containers, for each machine; an image does not change, so each is started only once. */
const answersOfMachines = new WeakMap<Contents, Map<string, Promise<HttpAnswer>>>();

/** A container of the image serves the page from which it is built. */
export function imageServes(image: string, from: BuildFiles): DockerCheck {
  const file = from.page;
  return {
    subject: image,
    title: () => ({
      ko: `\`${image}\` 이미지의 컨테이너에 내 \`${file}\` 파일 표시`,
      en: `A container of \`${image}\` shows your file \`${file}\``,
    }),
    async run(context) {
      const { lab, dir, files } = context;
      const problem = await fileProblem(context, file);
      if (problem) return [problem];
      const make = makeCommand(lab);
      const answer = await answerOf(context, image);
      if ('error' in answer && answer.error === silent)
        return [problems.imageNotAnswering({ image, error: silent })];
      if ('body' in answer && isShownBy(answer.body, await files.read(inFolder(dir, file))))
        return [];
      const mistakes = await mistakesOf(context, from);
      if (mistakes.length > 0) return mistakes;
      if ('error' in answer) return [problems.imageSilent({ image, error: answer.error, make })];
      const found = `${answer.status} ${summaryOf(answer.body)}`;
      const folder = posix.dirname(from.recipe);
      const name = posix.basename(from.recipe);
      const other = (await files.kind(inFolder(dir, name))) === 'file' ? name : '';
      return [problems.imagePageWrong({ image, file, folder, found, other, make })];
    },
  };
}

async function answerOf({ engine }: DockerContext, image: string): Promise<HttpAnswer> {
  const id = await idOf(engine, image);
  const { contents } = engine;
  const answersOfImages = answersOfMachines.get(contents) ?? new Map<string, Promise<HttpAnswer>>();
  answersOfMachines.set(contents, answersOfImages);
  const answer = answersOfImages.get(id) ?? contents.servedBy(id, 80);
  answersOfImages.set(id, answer);
  const forget = () => answersOfImages.delete(id);
  // Only an answer is kept. An image that was silent is asked again.
  answer.then((said) => 'error' in said && said.error === silent && forget(), forget);
  return answer;
}
