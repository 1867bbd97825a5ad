/** Whose engine it is, where that decides what it sees and how it is set. */
export type EngineKind = 'desktop' | 'colima' | 'lima' | 'snap' | 'rancher' | 'other';

/** What an engine says of itself, and where it listens. */
export interface EngineNames {
  readonly endpoint: string;
  /** The name of the machine that it runs on. */
  readonly name: string;
  readonly system: string;
  /** The folder in which it keeps everything. */
  readonly folder: string;
}

/** Whose engine that is, by what it tells. */
export function kindOf({ endpoint, name, system, folder }: EngineNames): EngineKind {
  if (folder.startsWith('/var/snap/')) return 'snap';
  if (/^colima\b/.test(name) || /[\\/]\.?colima[\\/]/.test(endpoint)) return 'colima';
  if (/^lima-/.test(name) || /[\\/]\.lima[\\/]/.test(endpoint)) return 'lima';
  if (/rancher desktop/i.test(system) || /[\\/]\.rd[\\/]/.test(endpoint)) return 'rancher';
  return /^docker desktop/i.test(system) ? 'desktop' : 'other';
}
