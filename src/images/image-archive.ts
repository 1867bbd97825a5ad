import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { execa } from 'execa';
import { pack } from 'tar-stream';
import { ArchiveError } from './archive-names';
import { archiveNames } from './archive-reader';
import { traceChild } from '../core/debug';
import type { DockerClient } from '../docker/engine/client';
import { Failure } from '../core/failure';
import { failureFrom } from '../docker/engine/refusals';
import { programMissing } from '../core/problems/program';
import { archiveMissing, archiveRefused } from './problems';

/** Saves images of the engine to one tar archive; the file is complete or not there. */
export async function saveArchive(
  client: DockerClient,
  images: readonly string[],
  file: string,
): Promise<void> {
  // Without a tag Docker would save every tag of that name.
  const tagged = images.map((image) => `${image}:latest`);
  await client.need(['image', 'save', '--output', file, '--', ...tagged]);
}

/** The names of the images in an archive. Throws `archive-missing` when there is no such file, `archive-refused` when it is no archive of images. */
export async function imagesIn(file: string): Promise<string[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Failure(archiveMissing({ file }));
  return archiveNames(file).catch((error: unknown) => {
    throw refusal(file, error);
  });
}

/** Loads an archive that still has exactly these images; returns what the engine says it has loaded. */
export async function loadArchive(file: string, agreed: readonly string[]): Promise<string[]> {
  const packed = pack();
  const words = ['image', 'load'];
  const child = execa('docker', words, { reject: false });
  traceChild(['docker', ...words], child);
  // An engine that refuses stops reading. Its reason is reported below.
  const sent = pipeline(packed, child.stdin).catch(() => undefined);
  const error = await archiveNames(file, packed).then(
    (names) => {
      const isAgreed = names.join() === agreed.join();
      return isAgreed ? undefined : new ArchiveError('form', 'changed while it was read');
    },
    (reason: unknown) => reason,
  );
  if (error) child.kill('SIGKILL');
  else packed.finalize();
  const result = await child;
  await sent;
  if (result.failed && result.code === 'ENOENT')
    throw new Failure(programMissing({ program: 'docker' }));
  const { exitCode, stdout, stderr } = result;
  if (exitCode !== undefined && exitCode !== 0 && stderr)
    throw failureFrom(stderr, { command: `docker image load < ${file}` });
  if (error) throw refusal(file, error);
  return [...stdout.matchAll(/^Loaded image(?: ID)?: (.+)$/gm)].flatMap((match) => match[1] ?? []);
}

function refusal(file: string, error: unknown): unknown {
  if (!(error instanceof ArchiveError)) return error;
  return new Failure(archiveRefused({ file, fault: error.fault, where: error.where }));
}
