import { manifests, type Manifest } from './manifests';

/** The folder of chapter 8's files, in the reader's own. */
export const kubeFolder = 'kube_folder';

/** The Deployments of chapter 8 beside its first, by what their files' names end in. */
export const variants = ['scale', 'nginx'] as const;

/** A file of chapter 8, in the reader's folder. */
export function manifestPath({ file }: Pick<Manifest, 'file'>): string {
  return `${kubeFolder}/${file}.yml`;
}

/** An object as kubectl names it, such as `deployment/apa000dep`. */
export function objectName({ kind, props }: Pick<Manifest, 'kind' | 'props'>): string {
  return `${kind.toLowerCase()}/${props.name}`;
}

/** The names of the files that the reader may keep an object in, the book's first: the reader has one file for an object, whatever its values are at the time. */
export function filesOf(manifest: Manifest): string[] {
  const name = objectName(manifest);
  const same = manifests.filter((other) => objectName(other) === name).map(({ file }) => file);
  return [...new Set([...same.slice(0, 1), manifest.file])];
}

/** The reader's file of an object, in the reader's folder. */
export function readersPath(manifest: Manifest): string {
  const [file = manifest.file] = filesOf(manifest);
  return manifestPath({ file });
}

/** The shell command that applies a file of the reader's folder. */
export function applyCommand(path: string): string {
  return `kubectl apply -f ${path}`;
}
