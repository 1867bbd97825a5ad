import { inFolder } from '../../core/machine/in-folder';
import { distance } from 'fastest-levenshtein';
import { commandOf, type CommandLine } from '../../core/shell/command';
import type { DockerExercise } from '../model/exercise';
import type { Contents } from '../engine/contents';
import type { EngineSnapshot } from '../engine/facts';
import { silent, type HttpAnswer } from '../../core/answers/http';
import type { DockerCheck, DockerContext } from './check';
import { summaryOf } from '../../core/page';
import { withTag } from '../../core/image-name';
import * as problems from '../problems/built-image';
import { fileProblem, isShownBy } from '../../core/checks/reader-file';
import { hasNul } from '../../core/checks/text';
import { fileEncoding } from '../../core/problems/file';
import type { Problem } from '../../core/problem';

/** The command of the lab that makes its image. */
function makeCommand(lab: DockerExercise): CommandLine {
  const step = lab.platform === 'docker' ? lab.steps?.at(-1) : undefined;
  return commandOf(...(step ?? []));
}

/** The image exists. */
export function imageIsBuilt(image: string, file?: string): DockerCheck {
  return {
    subject: image,
    title: () => ({ ko: `\`${image}\` 이미지 만들기`, en: `The image \`${image}\` exists` }),
    async run(context) {
      const images = await context.engine.images();
      if (images.some(({ reference }) => reference === withTag(image))) return [];
      const problem = file === undefined ? undefined : await recipeProblem(context, file);
      if (problem) return [problem];
      const similar = await similarImage(context.engine, image);
      return [problems.builtImageMissing({ image, similar, make: makeCommand(context.lab) })];
    },
  };
}

/** What keeps a Dockerfile from being read; any letters will do, but not those of two bytes. */
async function recipeProblem(context: DockerContext, file: string): Promise<Problem | undefined> {
  const problem = await fileProblem(context, file);
  if (problem) return problem;
  const { dir, files } = context;
  return hasNul(await files.bytes(inFolder(dir, file))) ? fileEncoding({ file, dir }) : undefined;
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

/** The image has the layers of the container's image, and one more. */
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
      if (extras.includes(1)) return [];
      const [count] = extras;
      if (count === undefined) return [problems.imageBaseWrong(values)];
      // When nothing has changed in a container, its image gets no layer of its own.
      if (count === 0 && !(await isOneOf(context.engine, image, bases))) return [];
      if (count === 0) return [problems.imageSameAsBase(values)];
      return [problems.imageLayersMore({ ...values, count: String(count) })];
    },
  };
}

async function isOneOf(
  engine: EngineSnapshot,
  image: string,
  others: readonly string[],
): Promise<boolean> {
  const known = await engine.images();
  const idOf = (name: string) =>
    known.find(({ reference }) => reference === withTag(name))?.id ?? name;
  return others.map(idOf).includes(idOf(image));
}

function extraLayers(layers: readonly string[], base: readonly string[]): number[] {
  const isBase = base.length > 0 && base.every((layer, index) => layers[index] === layer);
  return isBase ? [layers.length - base.length] : [];
}

/** The answers of the images' containers, for each machine; an image does not change, so each is started only once. */
const answersOfMachines = new WeakMap<Contents, Map<string, Promise<HttpAnswer>>>();

/** A container of the image serves a file of the reader's folder. */
export function imageServes(image: string, file: string): DockerCheck {
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
      if ('error' in answer) {
        const { error } = answer;
        if (error === silent) return [problems.imageNotAnswering({ image, error })];
        return [problems.imageSilent({ image, error, make })];
      }
      if (isShownBy(answer.body, await files.read(inFolder(dir, file)))) return [];
      const found = `${answer.status} ${summaryOf(answer.body)}`;
      return [problems.imagePageWrong({ image, file, found, make })];
    },
  };
}

async function answerOf({ engine }: DockerContext, image: string): Promise<HttpAnswer> {
  const found = (await engine.images()).find(({ reference }) => reference === withTag(image));
  const id = found?.id ?? image;
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
