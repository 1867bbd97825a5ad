import { workingFolder } from '../../core/shell/command';
import type { EngineState, Service } from './exercise';

/** A mount whose host side lies in the reader's folder (`./FOLDER:/TARGET`) with that folder written out. */
export function mountIn(volume: string, folder: string): string {
  return volume.startsWith('./') ? `${folder}/${volume.slice(2)}` : volume;
}

/** A state whose mounts of the reader's folder are those of one folder of this machine. */
export function stateIn(state: EngineState, folder: string): EngineState {
  const services = Object.entries(state.services ?? {}).map(
    ([name, service]) => [name, serviceIn(service, folder)] as const,
  );
  return { ...state, services: Object.fromEntries(services) };
}

function serviceIn(service: Service, folder: string): Service {
  if (!service.volumes) return service;
  return { ...service, volumes: service.volumes.map((volume) => mountIn(volume, folder)) };
}

/** A step's words for one folder of this machine. */
export function stepIn(step: readonly string[], folder: string): string[] {
  return step.map((word) => word.replaceAll(workingFolder, () => folder));
}
