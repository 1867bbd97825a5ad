import { statfs } from 'node:fs/promises';
import { homedir } from 'node:os';

import { parseJson } from '../../core/answers/json';
import { Failure } from '../../core/failure';
import { failureFrom } from './refusals';
import type { EngineApi } from './api';
import { refusePodman } from './podman';
import type { DockerClient } from './client';
import { engineInfo } from './forms';

/** What the docker client and its engine say of themselves. */
export interface EngineVersions {
  readonly client: string;
  readonly server: string;
  readonly api: string;
}

/** Asks the client and the engine for their versions; throws the failure when either does not answer. */
export async function engineVersions(client: DockerClient): Promise<EngineVersions> {
  await refusePodman(client);
  const said = parseJson(await client.need(['version', '--format', '{{json .}}'])) as {
    Client: { Version: string };
    Server: { Version: string; ApiVersion: string };
  };
  return { client: said.Client.Version, server: said.Server.Version, api: said.Server.ApiVersion };
}

/** What an engine says of the machine that it runs on. */
export interface EngineHost {
  readonly architecture: string;
  /** The folder on that machine in which everything is kept. */
  readonly folder: string;
  readonly mirrors: readonly string[];
  /** Milliseconds by which its clock is ahead of this machine's. */
  readonly clockAhead: number;
}

/** Asks an engine for its machine. */
export async function engineHost(api: EngineApi): Promise<EngineHost> {
  const asked = Date.now();
  const info = await api.get('/info', engineInfo);
  const middle = (asked + Date.now()) / 2;
  return {
    architecture: info.Architecture,
    folder: info.DockerRootDir,
    mirrors: info.RegistryConfig?.Mirrors ?? [],
    clockAhead: Date.parse(info.SystemTime) - middle,
  };
}

/** The version of the Compose plugin; throws `compose-missing`. */
export async function composeVersion(client: DockerClient): Promise<string> {
  const { code, stdout, stderr } = await client.run(['compose', 'version', '--short']);
  if (code !== 0) throw composeFailure(stderr);
  return stdout.trim();
}

/** Why `docker compose version` failed: without the plugin the client reads its words as options of its own, or knows no such command. */
function composeFailure(stderr: string): Failure {
  const isMissing = /unknown (?:shorthand )?flag|unknown command|is not a docker command/i;
  const said = isMissing.test(stderr) ? `'compose' is not a docker command\n${stderr}` : stderr;
  return failureFrom(said, { command: 'docker compose version' });
}

/** Free space in bytes, and the folder that was asked about. */
export interface FreeSpace {
  readonly folder: string;
  readonly bytes: number;
}

/** Free space where an engine of this machine keeps its data; the home folder's when that folder cannot be seen from here. */
export async function freeSpace(folder: string): Promise<FreeSpace> {
  try {
    return await freeIn(folder);
  } catch {
    return freeIn(homedir());
  }
}

async function freeIn(folder: string): Promise<FreeSpace> {
  const { bavail, bsize } = await statfs(folder);
  return { folder, bytes: bavail * bsize };
}
