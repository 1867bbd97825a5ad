import { stringify } from 'yaml';
import type {
  DeploymentProps,
  Manifest,
  PodProps,
  PodTemplateProps,
  ServiceProps,
} from './manifests';

/** The labels and the one container that a Pod and a Deployment's template share. */
function podTemplate({ app, containerName, image, containerPort }: PodTemplateProps) {
  return {
    metadata: { labels: { app } },
    spec: { containers: [{ name: containerName, image, ports: [{ containerPort }] }] },
  };
}

/** A Pod, without its kind. */
export function podBody(props: PodProps) {
  const { metadata, spec } = podTemplate(props);
  return { metadata: { name: props.name, ...metadata }, spec };
}

/** A Deployment, without its kind. */
export function deploymentBody(props: DeploymentProps) {
  const { name, replicas, app } = props;
  const selector = { matchLabels: { app } };
  return { metadata: { name }, spec: { selector, replicas, template: podTemplate(props) } };
}

/** A Service of type NodePort, without its kind. */
export function serviceBody({ name, app, port, targetPort, nodePort }: ServiceProps) {
  const ports = [{ port, targetPort, protocol: 'TCP', nodePort }];
  return { metadata: { name }, spec: { type: 'NodePort', ports, selector: { app } } };
}

/** The object that a file of chapter 8 describes, as the cluster takes it. */
export function manifestObject(manifest: Manifest) {
  switch (manifest.kind) {
    case 'Pod':
      return { apiVersion: 'v1', kind: manifest.kind, ...podBody(manifest.props) };
    case 'Deployment':
      return { apiVersion: 'apps/v1', kind: manifest.kind, ...deploymentBody(manifest.props) };
    case 'Service':
      return { apiVersion: 'v1', kind: manifest.kind, ...serviceBody(manifest.props) };
  }
}

/** An object of chapter 8 as the book writes it, line by line. */
export function manifestLines(manifest: Manifest): string[] {
  return stringify(manifestObject(manifest), { lineWidth: 0 }).trimEnd().split('\n');
}

/** The text of a file of chapter 8, byte for byte as the charts synthesize it. */
export function manifestText(manifest: Manifest): string {
  return stringify(manifestObject(manifest), { sortMapEntries: true, lineWidth: 0 });
}
