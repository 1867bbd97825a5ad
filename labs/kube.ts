import { images } from './images';

/** What a Pod is made from; the template of a Deployment is made from the same. */
export interface PodTemplateProps {
  /** The value of the label `app`, by which Deployment and Service find their Pods. */
  readonly app: string;
  readonly containerName: string;
  readonly image: string;
  readonly containerPort: number;
}

/** A Pod of its own. */
export interface PodProps extends PodTemplateProps {
  readonly name: string;
}

/** A Deployment and the template of its Pods. */
export interface DeploymentProps extends PodTemplateProps {
  readonly name: string;
  readonly replicas: number;
}

/** A Service of type NodePort. */
export interface ServiceProps {
  readonly name: string;
  /** The value of the label `app` of the Pods that answer. */
  readonly app: string;
  readonly port: number;
  readonly targetPort: number;
  /** 30000–32767. */
  readonly nodePort: number;
}

/** A file of chapter 8, by the name that the book gives it, without the extension `.yml`. */
export type Manifest =
  | { readonly file: string; readonly kind: 'Pod'; readonly props: PodProps }
  | { readonly file: string; readonly kind: 'Deployment'; readonly props: DeploymentProps }
  | { readonly file: string; readonly kind: 'Service'; readonly props: ServiceProps };

const template: PodTemplateProps = {
  app: 'apa000kube',
  containerName: 'apa000ex91',
  image: images.httpd,
  containerPort: 80,
};
const deployment: DeploymentProps = { ...template, name: 'apa000dep', replicas: 3 };
const scaled: DeploymentProps = { ...deployment, replicas: 5 };

/** The files of chapter 8, in the order of the book. */
export const manifests = [
  { file: 'apa000pod', kind: 'Pod', props: { ...template, name: 'apa000pod' } },
  { file: 'apa000dep', kind: 'Deployment', props: deployment },
  {
    file: 'apa000ser',
    kind: 'Service',
    props: {
      name: 'apa000ser',
      app: template.app,
      port: 8099,
      targetPort: template.containerPort,
      nodePort: 30080,
    },
  },
  { file: 'apa000dep-scale', kind: 'Deployment', props: scaled },
  { file: 'apa000dep-nginx', kind: 'Deployment', props: { ...scaled, image: images.nginx } },
] as const satisfies readonly Manifest[];
