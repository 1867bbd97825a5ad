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

/** The folder of a fleet of practice VMs: its keys, its state, what is remembered of it. */
export function fleetFolder(fleet: string): string {
  return join(dataFolder(), 'classes', fleet);
}
