import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { serviceOf } from '../model/service';
import { withoutAtEnd } from '../../core/answers/bounds';
import type { Mount } from '../engine/facts';
import type { DockerCheck, DockerContext } from './check';
import type { Problem } from '../../core/problem';
import { urlOf } from './http';
import { makeAgain } from './make-again';
import type { Again } from '../problems/again';
import { fileEmpty, fileMissing } from '../../core/problems/file';
import { noAnswer, serverError, statusWrong } from '../problems/http';
import * as problems from '../problems/mount';
import { fileProblem } from '../../core/checks/reader-file';

interface WantedMount {
  readonly type: 'bind' | 'volume';
  readonly source: string;
  readonly target: string;
}

function wantedMount(volume: string): WantedMount {
  const [source = '', target = ''] = volume.split(':');
  return { type: source.startsWith('.') ? 'bind' : 'volume', source, target };
}

/** The container mounts the volumes and folders of the exercise; `showsFolder` proves that a folder is the reader's. */
export function mountsAsDescribed(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => {
      const mounts = (serviceOf(lab, name).volumes ?? []).join(', ');
      return {
        ko: `\`${name}\` 컨테이너의 마운트 (${mounts})`,
        en: `Mounts of the container \`${name}\` (${mounts})`,
      };
    },
    async run({ lab, engine }) {
      const service = serviceOf(lab, name);
      const container = (await engine.containers()).get(name);
      const found = container?.mounts ?? [];
      const again = makeAgain(name, service, container);
      const wanted = (service.volumes ?? []).map(wantedMount);
      return wanted.flatMap((mount) => mountProblem(mount, found, again));
    },
  };
}

function mountProblem(
  { type, source, target }: WantedMount,
  mounts: readonly Mount[],
  again: Again,
): Problem[] {
  const mount = mounts.find((other) => withoutAtEnd(other.target, '/') === target);
  if (!mount) {
    const found = mounts.map((other) => `${other.source} → ${other.target}`).join(', ');
    return [problems.mountMissing({ ...again, target, wanted: source, found })];
  }
  if (mount.type !== type)
    return [problems.mountTypeWrong({ ...again, target, wanted: type, found: mount.type })];
  if (type === 'bind' || mount.source === source) return [];
  return [problems.mountSourceWrong({ ...again, target, wanted: source, found: mount.source })];
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
      const path = join(dir, folder);
      if ((await files.kind(path)) !== 'folder') return [problems.folderMissing({ folder, dir })];
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
  const found = container?.mounts.find((mount) => mount.target === target)?.source ?? '';
  if (found === path) {
    // The path is right. Either the server may not read the folder, or the folder was made again
    // and the container still has the old one.
    return answer.status === 404
      ? problems.folderReplaced({ name, path, target })
      : statusWrong({ url, name, status });
  }
  const again = makeAgain(name, service, container);
  return problems.mountSourceWrong({ ...again, target, wanted: path, found });
}

type ProbeAnswer =
  Problem | { readonly error: string } | { readonly status: number; readonly isProbe: boolean };

/** What the server says of a file that was not in the folder before. */
async function probeAnswer(
  { lab, engine, files, ask }: DockerContext,
  name: string,
  path: string,
): Promise<ProbeAnswer> {
  const probe = `dkkb-${randomUUID()}.txt`;
  const url = `${urlOf(lab, name, engine.host)}/${probe}`;
  try {
    const answer = await files.withFile(join(path, probe), probe, () => ask(url));
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
  const names = await files.names(join(dir, folder));
  const file = `${folder}/index.html`;
  const problem = await fileProblem(context, file);
  if (problem && (problem.code !== 'file-missing' || problem.values['similar'])) return [problem];
  if (names.length === 0) return [problems.folderEmpty({ folder, dir })];
  for (const name of names.slice(0, mostFiles))
    if ((await files.bytes(join(dir, folder, name))).length > 0) return [];
  return [
    names[0]
      ? fileEmpty({ file: `${folder}/${names[0]}`, dir })
      : fileMissing({ file, dir, similar: '' }),
  ];
}
