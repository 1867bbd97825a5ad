import { randomUUID } from 'node:crypto';
import { inFolder } from '../../../core/machine/in-folder';
import { serviceOf } from '../../model/service';
import { withoutAtEnd } from '../../../core/answers/bounds';
import type { DockerCheck, DockerContext } from '../check';
import type { Problem } from '../../../core/problem';
import { urlOf } from '../http';
import { makeAgain } from '../make-again';
import { mountsAsDescribed, wantedMount } from './mount';
import { isOfFolder, shownSource } from './mount-folder';
import { fileEmpty } from '../../../core/problems/file';
import { fileMissing } from '../../../core/problems/file-name';
import { noAnswer, serverError, statusWrong } from '../../problems/http';
import * as problems from '../../problems/folder';
import { mountSourceWrong } from '../../problems/mount';
import { placeOfFolder } from '../../../core/checks/elsewhere';
import { fileProblem } from '../../../core/checks/reader-file';

/** The container mounts the reader's folder where the exercise wants it. */
export function mountsFolder(name: string, folder: string): DockerCheck {
  const check = mountsAsDescribed(name);
  return {
    ...check,
    async run(context) {
      const problems = await check.run(context);
      if (problems.length > 0) return problems;
      const other = await otherSource(context, name, folder);
      return other ? [other] : [];
    },
  };
}

/** That another folder is mounted. A path that only looks different is asked for: what it shows is told by the check of the page. */
async function otherSource(
  context: DockerContext,
  name: string,
  folder: string,
): Promise<Problem | undefined> {
  const { dir, files, engine, machine } = context;
  const path = inFolder(dir, folder);
  if ((await files.kind(path)) !== 'folder') return undefined;
  const mounts = (await engine.containers()).get(name)?.mounts ?? [];
  if (mounts.some((mount) => isOfFolder(mount, path, machine.system))) return undefined;
  const bound = await bindProblem(context, name, path);
  return bound?.code === 'mount-source-wrong' ? bound : undefined;
}

/** The container shows what is in a folder of the reader's: a new file in it is asked for, and removed again. */
export function showsFolder(name: string, folder: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => ({
      ko: `\`${folder}\` 폴더의 파일을 ${urlOf(lab, name, 'localhost')} 주소에 표시`,
      en: `${urlOf(lab, name, 'localhost')} shows the files of the folder \`${folder}\``,
    }),
    async run(context) {
      const { dir, files } = context;
      const path = inFolder(dir, folder);
      if ((await files.kind(path)) !== 'folder') {
        const place = await placeOfFolder({ dir, files }, folder);
        return [problems.folderMissing({ folder, dir, ...place })];
      }
      const bound = await bindProblem(context, name, path);
      return bound ? [bound] : pageProblems(context, folder);
    },
  };
}

async function bindProblem(
  context: DockerContext,
  name: string,
  path: string,
): Promise<Problem | undefined> {
  const { lab, engine } = context;
  const answer = await probeAnswer(context, name, path);
  if ('code' in answer) return answer;
  const url = urlOf(lab, name, engine.host);
  if ('error' in answer) return noAnswer({ url, name, error: answer.error });
  if (answer.isProbe) return undefined;
  const status = String(answer.status);
  if (answer.status >= 500) return serverError({ url, name, status });
  const service = serviceOf(lab, name);
  const { target } = wantedMount(service.volumes?.[0] ?? '');
  const container = (await engine.containers()).get(name);
  const { system } = context.machine;
  const mount = container?.mounts.find((one) => withoutAtEnd(one.target, '/') === target);
  if (mount && isOfFolder(mount, path, system)) {
    // The path is right, so the server may not read the folder, or has another one under that path.
    return answer.status === 404
      ? otherFolder(context, { name, path, target }, container?.imageId ?? service.image)
      : statusWrong({ url, name, status });
  }
  const again = makeAgain(name, service, container);
  const found = mount ? shownSource(mount, system) : '';
  return mountSourceWrong({ ...again, target, wanted: path, found });
}

/** The folder has the right path, and a new file does not show: the engine does not see this folder, or the container has the one before it. */
async function otherFolder(
  { engine, files, lab }: DockerContext,
  values: Readonly<Record<'name' | 'path' | 'target', string>>,
  image: string,
): Promise<Problem> {
  const { name, path } = values;
  const probe = probeName();
  const isSeen = await files.withFile(inFolder(path, probe), probe, () =>
    engine.contents.seesFile(path, probe, image),
  );
  if (isSeen) return problems.folderReplaced(values);
  const container = (await engine.containers()).get(name);
  const again = makeAgain(name, serviceOf(lab, name), container);
  return problems.folderNotShared({ ...values, ...again, engine: await engine.kind() });
}

const probeName = () => `dkkb-${randomUUID()}.txt`;

type ProbeAnswer =
  Problem | { readonly error: string } | { readonly status: number; readonly isProbe: boolean };

/** What the server says of a file that was not in the folder before. */
async function probeAnswer(
  { lab, engine, files, ask }: DockerContext,
  name: string,
  path: string,
): Promise<ProbeAnswer> {
  const probe = probeName();
  const url = `${urlOf(lab, name, engine.host)}/${probe}`;
  try {
    const answer = await files.withFile(inFolder(path, probe), probe, () => ask(url));
    if ('error' in answer) return answer;
    return { status: answer.status, isProbe: answer.body === probe };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return problems.folderReadOnly({ path });
    throw error;
  }
}

/** How many files of a folder are looked into until one has a content. */
const mostFiles = 20;

/** Any file will do, unless one is nearly called `index.html`. */
async function pageProblems(context: DockerContext, folder: string): Promise<Problem[]> {
  const { dir, files } = context;
  const names = await files.names(inFolder(dir, folder));
  const file = `${folder}/index.html`;
  const problem = await fileProblem(context, file);
  if (problem && (problem.code !== 'file-missing' || problem.values['similar'])) return [problem];
  if (names.length === 0)
    return [problem?.values['elsewhere'] ? problem : problems.folderEmpty({ folder, dir })];
  for (const name of names.slice(0, mostFiles))
    if ((await files.bytes(inFolder(dir, folder, name))).length > 0) return [];
  return [
    names[0]
      ? fileEmpty({ file: `${folder}/${names[0]}`, dir })
      : fileMissing({ file, dir, similar: '' }),
  ];
}
