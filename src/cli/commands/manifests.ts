import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  deployment,
  manifests,
  nginxDeployment,
  pod,
  scaledDeployment,
  service,
  type Manifest,
} from '../../kubernetes/model/manifests';
import { manifestText } from '../../kubernetes/model/manifest-object';
import type { variants } from '../../kubernetes/model/manifest-files';
import { folderOf } from '../folder';
import { say } from '../language';
import { chat, exit, mark, printLine } from '../views/terminal';
import { UsageError } from '../usage-error';

interface ManifestOptions {
  readonly output: string;
  readonly dir?: string;
  readonly variant?: (typeof variants)[number];
  readonly replicas?: string;
  readonly image?: string;
  readonly nodePort?: string;
  readonly force?: boolean;
}

/** `dkkb manifests`: writes the book's three files, or a teacher's variant of them; exit code 1 when a file of the reader's is in the way. */
export async function writeManifests(options: ManifestOptions): Promise<number> {
  const folder = resolve(folderOf(options), options.output);
  const files = await synthesize(manifestsOf(options));
  await mkdir(folder, { recursive: true });
  const inWay: string[] = [];
  for (const [name, text] of files) {
    const path = join(folder, name);
    const found = await readFile(path, 'utf8').catch(ifMissing);
    if (found !== undefined && found !== text && !options.force && !isWritten(found)) {
      inWay.push(path);
      continue;
    }
    if (found !== text) await writeFile(path, text);
    printLine(path);
  }
  inWay.forEach((path) => chat(`${mark.failed} ${say(differs(path))}`));
  return inWay.length === 0 ? exit.done : exit.failed;
}

const differs = (path: string) => ({
  ko: `\`${path}\` 파일의 내용이 달라 그대로 둡니다. 덮어쓰려면 --force 옵션을 붙입니다.`,
  en: `The file \`${path}\` has other content and was left as it is. To overwrite it, add --force.`,
});

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

// A file that this command writes anyway may be replaced: the reader loses nothing.
function isWritten(text: string): boolean {
  return manifests.some((manifest) => manifestText(manifest) === text);
}

function manifestsOf(options: ManifestOptions): Manifest[] {
  const chosen = { scale: scaledDeployment, nginx: nginxDeployment };
  const base = options.variant ? chosen[options.variant] : deployment;
  const image = options.image === undefined ? {} : { image: options.image };
  const replicas = numberOf('replicas', options.replicas);
  const nodePort = numberOf('nodePort', options.nodePort);
  return [
    { ...pod, props: { ...pod.props, ...image } },
    { ...deployment, props: { ...base.props, ...image, ...replicas } },
    { ...service, props: { ...service.props, ...nodePort } },
  ];
}

// The charts check the limits.
function numberOf<K extends string>(key: K, text: string | undefined): { [P in K]?: number } {
  if (text === undefined) return {};
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { [key]: Number(text) } as { [P in K]: number };
  throw new UsageError({
    ko: `${key} 값에는 수를 씁니다: \`${text}\``,
    en: `${key} has to be a number, not \`${text}\`.`,
  });
}

// cdk8s empties the folder that it writes to, so it gets its own folder.
async function synthesize(list: readonly Manifest[]): Promise<[string, string][]> {
  const { synthManifests } = await import('../../../charts/synth');
  const scratch = await mkdtemp(join(tmpdir(), 'dkkb-manifests-'));
  try {
    const paths = await synthManifests(scratch, list).catch((error: unknown) => {
      throw refused(error);
    });
    return await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [
        basename(path),
        await readFile(path, 'utf8'),
      ]),
    );
  } finally {
    await rm(scratch, { recursive: true });
  }
}

function refused(error: unknown): unknown {
  const reasons = [...String(error).matchAll(/\[\w+\] (.+)/g)].map(([, reason]) => reason);
  if (reasons.length === 0) return error;
  const list = [...new Set(reasons)].join('\n  ');
  return new UsageError({
    ko: `쓸 수 없는 값이 있습니다:\n  ${list}`,
    en: `Some values cannot be used:\n  ${list}`,
  });
}
