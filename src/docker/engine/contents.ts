import { askImage, volumeTree } from './probe';
import { Registries } from './registry';
import { archiveTree, containerTree, type Tree } from './tree';
import type { HttpAnswer } from '../../core/answers/http';
import type { Catalogue, RegistryImage } from './registry';

/** What is inside containers, volumes, images, archives and registries; what has to be made to see it is removed again. */
export interface Contents {
  /** The files under a path of a container, running or not; undefined when it has no such path. */
  ofContainer(container: string, path: string): Promise<Tree | undefined>;
  /** The files of a volume, seen with the help of any image that is there. */
  ofVolume(volume: string, image: string): Promise<Tree>;
  /** The files of a tar archive, gzipped or not; undefined when it is none. */
  ofArchive(path: string): Promise<Tree | undefined>;
  /** What a container of an image answers on a port. */
  servedBy(image: string, port: number, host: string): Promise<HttpAnswer>;
  /** The repositories of a registry, such as `localhost:5000`. */
  ofRegistry(registry: string): Promise<Catalogue>;
  /** The tagged images of a repository, each looked through as a pull would. */
  ofRepository(registry: string, repository: string): Promise<readonly RegistryImage[]>;
}

const registries = new Registries();

/** What the engine, this machine and registries hold. */
export const contents: Contents = {
  ofContainer: containerTree,
  ofVolume: volumeTree,
  ofArchive: archiveTree,
  servedBy: askImage,
  ofRegistry: (registry) => registries.catalogueOf(registry),
  ofRepository: (registry, repository) => registries.imagesOf(registry, repository),
};
