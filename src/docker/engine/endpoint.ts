import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { readAnswer } from '../../core/answers/answer';
import { chosenEngine, defaultEndpoint, dockerFolder } from '../../core/machine/chosen-engine';
import type { DockerClient } from './client';

/** Certificates for an engine that is reached by TLS. */
export interface Certificates {
  readonly ca: Buffer | undefined;
  readonly cert: Buffer | undefined;
  readonly key: Buffer | undefined;
  /** Whether the engine's own certificate has to be right. */
  readonly rejectUnauthorized: boolean;
}

/** Where an engine listens. */
export interface Endpoint {
  /** `unix://…`, `npipe://…`, `tcp://…` or `ssh://…`. */
  readonly url: string;
  readonly certificates?: Certificates;
}

const inspectedContext = z.object({
  Endpoints: z.object({
    docker: z.object({ Host: z.string(), SkipTLSVerify: z.optional(z.boolean()) }),
  }),
  TLSMaterial: z.nullish(z.object({ docker: z.nullish(z.array(z.string())) })),
  Storage: z.optional(z.object({ TLSPath: z.optional(z.string()) })),
});

/** Where the engine of this machine's client listens, by DOCKER_HOST or the client's current context. */
export async function findEndpoint(client: DockerClient): Promise<Endpoint> {
  const chosen = chosenEngine();
  if (!chosen) return { url: defaultEndpoint };
  if (chosen.by === 'DOCKER_HOST') return endpointOfHost(chosen.value);
  const args = ['context', 'inspect', chosen.value, '--format', '{{json .}}'];
  const said = readAnswer(inspectedContext, await client.need(args), 'docker context inspect');
  const { Host: url, SkipTLSVerify: isLax = false } = said.Endpoints.docker;
  if (!said.TLSMaterial?.docker?.length && !isLax) return { url };
  const folder = join(said.Storage?.TLSPath ?? '', 'docker');
  return { url, certificates: await certificatesIn(folder, !isLax) };
}

async function endpointOfHost(url: string): Promise<Endpoint> {
  const isStrict = Boolean(process.env['DOCKER_TLS_VERIFY']);
  if (!isStrict && !process.env['DOCKER_TLS']) return { url };
  const folder = process.env['DOCKER_CERT_PATH'] || dockerFolder();
  return { url, certificates: await certificatesIn(folder, isStrict) };
}

async function certificatesIn(folder: string, isStrict: boolean): Promise<Certificates> {
  const read = (name: string) => readFile(join(folder, name)).catch(() => undefined);
  const [ca, cert, key] = await Promise.all(['ca.pem', 'cert.pem', 'key.pem'].map(read));
  return { ca, cert, key, rejectUnauthorized: isStrict };
}

/** The host on which an engine's published ports answer: `localhost` unless the endpoint names another machine. */
export function publishedHost(url: string): string {
  if (!/^(tcp|ssh|https?):/.test(url)) return 'localhost';
  return urlOf(url).hostname || 'localhost';
}

/** The address of an endpoint on another machine. */
export function urlOf(url: string): URL {
  return new URL(url.replace(/^\w+:/, 'http:'));
}
