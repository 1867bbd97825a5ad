import type { Manifest } from './kube';

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
