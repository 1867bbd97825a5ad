import { inFolder } from '../../../core/machine/in-folder';
import type { EngineSnapshot } from '../../engine/facts';
import type { Tree } from '../../engine/tree';
import type { DockerCheck, DockerContext } from '../check';
import { withRemedy, type Problem, type Remedy } from '../../../core/problem';
import { commandOf, type CommandLine } from '../../../core/shell/command';
import type { Text } from '../../../core/text';
import type { DockerExercise } from '../../model/exercise';
import { isBookName, nearName } from '../near-name';
import { prepareRemedy } from '../prepare-remedy';
import { commonFolder, difference, withoutFolder } from './tree-difference';
import { repositoryOf } from '../../../core/image-name';
import * as problems from '../../problems/volume';
import { fileProblem } from '../../../core/checks/reader-file';

/** The volume is there and has files in it. */
export function volumeHasFiles(subject: string, volume: string): DockerCheck {
  return {
    subject,
    title: () => ({
      ko: `\`${volume}\` 볼륨 안의 파일`,
      en: `The volume \`${volume}\` has files in it`,
    }),
    async run(context) {
      const tree = await volumeFiles(context, volume);
      return Array.isArray(tree) ? tree : [];
    },
  };
}

/** The archive in the reader's folder holds what the volume holds; a folder around all of it does not matter. */
export function archiveHoldsVolume(file: string, volume: string): DockerCheck {
  return {
    subject: file,
    title: () => ({
      ko: `\`${volume}\` 볼륨을 \`${file}\` 파일로 백업`,
      en: `\`${file}\` holds what is in the volume \`${volume}\``,
    }),
    async run(context) {
      // From a volume that is not there, the command of the book would make an empty one.
      const gone = await givenVolumeProblem(context, volume);
      if (gone) return [gone];
      const archive = await archiveFiles(context, file, volume);
      if (Array.isArray(archive)) return archive;
      const source = await volumeFiles(context, volume);
      if (Array.isArray(source)) return source;
      const backUp = again(backUpText, tarSteps(context.lab)[0]);
      const different = difference(volume, source, file, withoutFolder(archive, source));
      return different.map((problem) => withRemedy(problem, backUp));
    },
  };
}

/** The second volume holds what the archive and the first one hold. */
export function volumeIsRestored(file: string, first: string, second: string): DockerCheck {
  return {
    subject: file,
    title: () => ({
      ko: `\`${file}\` 파일을 \`${second}\` 볼륨에 복원`,
      en: `The volume \`${second}\` holds what is in \`${file}\``,
    }),
    async run(context) {
      const [backUp, restore] = tarSteps(context.lab);
      const remove = commandOf('docker', 'volume', 'rm', second);
      const restored = await volumeFiles(context, second);
      if (Array.isArray(restored))
        return restored.map((problem) => withRemedy(problem, restoreRemedy(problem, restore)));
      const source = await volumeFiles(context, first);
      if (Array.isArray(source)) return source;
      const flat = withoutFolder(restored, source);
      if (flat !== restored && difference(first, source, second, flat).length === 0) {
        const nested = problems.filesNested({ volume: second, folder: commonFolder(restored) });
        return [withRemedy(nested, again(nestedText, remove, backUp, restore))];
      }
      const different = difference(file, source, second, restored);
      return different.map((problem) => withRemedy(problem, again(anewText, remove, restore)));
    },
  };
}

/** The commands of the exercise that back the first volume up and restore the second one. */
function tarSteps(lab: DockerExercise): [CommandLine, CommandLine] {
  const [backUp = [], restore = []] = lab.platform === 'docker' ? (lab.steps ?? []) : [];
  return [commandOf(...backUp), commandOf(...restore)];
}

const backUpText: Text = { ko: '다시 백업합니다:', en: 'Back it up again:' };
const anewText: Text = {
  ko: '볼륨을 지우고 다시 복원합니다. 볼륨에 있는 것은 지워집니다:',
  en: 'Remove the volume with what is in it, and restore it again:',
};
const nestedText: Text = {
  ko: '백업할 때 `-C 폴더 .` 옵션을 쓰면 경로 없이 파일만 들어갑니다. 볼륨을 지우고 백업부터 다시 합니다. 백업 파일도 새로 씁니다:',
  en: 'With `-C FOLDER .`, `tar` takes the files without the path. Remove the volume, then back up and restore again, which replaces the archive:',
};

function again(text: Text, ...commands: readonly CommandLine[]): Remedy {
  return { ...text, commands };
}

/** What to do about a second volume that is missing or empty: a misspelt one has its files, and may go. */
function restoreRemedy({ values: { similar = '' } }: Problem, restore: CommandLine): Remedy {
  return again(
    similar
      ? {
          ko: `볼륨 이름(\`${similar}\`)을 잘못 썼습니다. 맞는 이름으로 복원하고(첫째 줄), 잘못 만든 볼륨은 지웁니다(둘째 줄):`,
          en: `The name of the volume was misspelt (\`${similar}\`). Restore into the right one (first line), and remove the other one (second line):`,
        }
      : { ko: '볼륨에 복원합니다:', en: 'Restore into it:' },
    restore,
    ...(similar ? [commandOf('docker', 'volume', 'rm', similar)] : []),
  );
}

/** Why a volume that the exercise gives cannot be used: it is not there, or has nothing in it. */
async function givenVolumeProblem(
  context: DockerContext,
  volume: string,
): Promise<Problem | undefined> {
  const tree = await volumeFiles(context, volume);
  if (!Array.isArray(tree)) return undefined;
  const [problem] = tree;
  return problem && withRemedy(problem, prepareRemedy(context.lab));
}

async function archiveFiles(
  context: DockerContext,
  file: string,
  volume: string,
): Promise<Tree | Problem[]> {
  const { dir, engine, lab } = context;
  const problem = await fileProblem(context, file);
  if (problem && (problem.values['similar'] || problem.code === 'file-is-folder')) return [problem];
  const similar = await nearVolume(context, volume);
  const remedy = backUpRemedy(similar, volume, tarSteps(lab)[0]);
  if (problem) return [withRemedy(problem, remedy)];
  const tree = await engine.contents.ofArchive(inFolder(dir, file));
  if (!tree) return [withRemedy(problems.archiveUnreadable({ file, dir }), remedy)];
  if (tree.size > 0) return tree;
  return [withRemedy(problems.archiveEmpty({ file, similar }), remedy)];
}

/** The command of the book that makes the archive; with the name of a misspelt volume, which docker has made for it. */
function backUpRemedy(similar: string, volume: string, backUp: CommandLine): Remedy {
  if (!similar)
    return again(
      {
        ko: '이렇게 백업합니다. `-v`에 쓴 볼륨과 경로, `tar` 뒤의 경로를 하나씩 견주어 봅니다:',
        en: 'Back it up like this. Compare the volume and the paths after `-v`, and the path after `tar`, with what you typed:',
      },
      backUp,
    );
  return again(
    {
      ko: `\`${volume}\` 대신 \`${similar}\` 이름을 쓰면 도커가 그 이름의 빈 볼륨을 만듭니다. 맞는 이름으로 다시 백업하고(첫째 줄), 잘못 만든 볼륨은 지웁니다(둘째 줄):`,
      en: `Typed \`${similar}\` instead of \`${volume}\`, the command made an empty volume of that name. Back up again with the right name (first line), and remove the other volume (second line):`,
    },
    backUp,
    commandOf('docker', 'volume', 'rm', similar),
  );
}

async function volumeFiles(context: DockerContext, volume: string): Promise<Tree | Problem[]> {
  const { engine } = context;
  if (!(await engine.volumes()).has(volume))
    return [problems.volumeMissing({ volume, similar: await nearVolume(context, volume) })];
  const tree = await engine.contents.ofVolume(volume, await anyImage(engine));
  return tree.size === 0 ? [problems.volumeEmpty({ volume })] : tree;
}

/** A volume of nearly that name, which no exercise has; empty where there is none. */
async function nearVolume({ engine }: Pick<DockerContext, 'engine'>, volume: string) {
  const others = [...(await engine.volumes()).keys()].filter((other) => !isBookName(other));
  return nearName(others, volume);
}

async function anyImage(engine: EngineSnapshot): Promise<string> {
  const images = await engine.images();
  const small = images.find(({ reference }) => repositoryOf(reference) === 'busybox');
  return (small ?? images[0])?.id ?? 'busybox';
}
