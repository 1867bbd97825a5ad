import type { Ask, AskOnce, HttpAnswer } from '../../core/answers/http';
import type { EngineApi } from './api';
import type { DockerClient } from './client';
import { askImage, engineSees, volumeTree } from './probe';
import { Registries, type Catalogue, type RegistryImage } from './registry';
import { containerTree, type Tree, type TreeLimits } from './tree';

/** What is inside containers, volumes, images, archives and registries; what has to be made to see it is removed again. */
export interface Contents {
  /** The files under a path of a container, running or not; undefined when it has no such path. */
  ofContainer(container: string, path: string): Promise<Tree | undefined>;
  /** The files of a volume, seen with the help of any image that is there. */
  ofVolume(volume: string, image: string): Promise<Tree>;
  /** Whether the engine finds a file of that name in a folder of the reader's, seen with the help of any image that is there. */
  seesFile(folder: string, file: string, image: string): Promise<boolean>;
  /** The files of a tar archive, gzipped or not; undefined when it is none. */
  ofArchive(path: string): Promise<Tree | undefined>;
  /** What a container of an image answers on a port. */
  servedBy(image: string, port: number): Promise<HttpAnswer>;
  /** The repositories of a registry, such as `localhost:5000`. */
  ofRegistry(registry: string): Promise<Catalogue>;
  /** The tagged images of a repository, each with the parts that a pull would not find. */
  ofRepository(registry: string, repository: string): Promise<readonly RegistryImage[]>;
}

/** How the machine of an engine is asked. */
export interface ContentsWays {
  readonly api: EngineApi;
  readonly client: DockerClient;
  /** The host on which the engine's published ports answer. */
  readonly host: string;
  readonly ask: Ask;
  readonly askOnce: AskOnce;
  readonly ofArchive: Contents['ofArchive'];
  readonly limits: TreeLimits;
}

/** What an engine, its machine and registries hold. */
export function openContents(ways: ContentsWays): Contents {
  const { api, client, host, ask, askOnce, ofArchive, limits } = ways;
  const registries = new Registries(askOnce);
  return {
    ofArchive,
    ofContainer: (container, path) => containerTree(api, container, path, limits),
    ofVolume: (volume, image) => volumeTree(client, api, volume, image, limits),
    seesFile: (folder, file, image) => engineSees(client, api, folder, file, image, limits),
    servedBy: (image, port) => askImage(client, image, port, host, ask),
    ofRegistry: (registry) => registries.catalogueOf(registry),
    ofRepository: (registry, repository) => registries.imagesOf(registry, repository),
  };
}
