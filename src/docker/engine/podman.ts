import { Failure } from '../../core/failure';
import { podmanAnswers } from '../problems/podman';
import type { DockerClient } from './client';

/** Throws `podman-instead-of-docker` where the program `docker` is Podman. */
export async function refusePodman(client: DockerClient): Promise<void> {
  const { stdout } = await client.run(['--version']);
  const version = podmanIn(stdout);
  if (version !== undefined) throw new Failure(podmanAnswers({ version }));
}

/** The version that Podman tells in its own words, or in those of Docker's client for its server; undefined where it is not Podman. */
export function podmanIn(said: string): string | undefined {
  if (/emulate docker cli using podman/i.test(said)) return '';
  const match =
    /\bpodman(?: engine| version)?:?\s+(?:version:?\s+)?(?<version>\d[\w.-]{0,30})?/i.exec(said);
  return match ? (match.groups?.['version'] ?? '') : undefined;
}
