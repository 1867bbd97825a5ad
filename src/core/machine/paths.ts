import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where this tool keeps what it must remember, by the system's own rules. */
export function dataFolder(): string {
  return process.env['DKKB_DATA'] ?? envPaths('dkkb', { suffix: '' }).data;
}

/** The folder of one engine's records; engines are told apart by their endpoint. */
export function engineFolder(endpoint: string): string {
  const isDefault = /^(unix:\/\/\/var\/run\/docker\.sock|npipe:)/.test(endpoint);
  return join(dataFolder(), isDefault ? 'local' : endpoint.replace(/[^\w.-]+/g, '_'));
}

/** The folder of what is remembered of this computer itself. */
export function computerFolder(): string {
  return join(dataFolder(), 'computer');
}

/** The folder of a fleet of practice VMs: its keys, its state, what is remembered of it. */
export function fleetFolder(fleet: string): string {
  return join(dataFolder(), 'classes', fleet);
}

const clusterPrefix = 'cluster_';

/** The folder of one namespace's records; clusters are told apart by the names of their contexts. */
export function clusterFolder(context: string, namespace: string): string {
  const name = `${context}_${namespace}`.replace(/[^\w.-]+/g, '_');
  return join(dataFolder(), `${clusterPrefix}${name}`);
}

/** The folders of all clusters that something is remembered of. */
export async function clusterFolders(): Promise<string[]> {
  const names = await readdir(dataFolder()).catch(() => []);
  return names
    .filter((name) => name.startsWith(clusterPrefix))
    .map((name) => join(dataFolder(), name));
}
