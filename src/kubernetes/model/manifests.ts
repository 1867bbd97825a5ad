import { images } from '../../core/images';

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

/** 8-05 (1): a Pod of its own. */
export const pod = {
  file: 'apa000pod',
  kind: 'Pod',
  props: { ...template, name: 'apa000pod' },
} as const satisfies Manifest;

/** 8-05 (2): three replicas of Apache. */
export const deployment = {
  file: 'apa000dep',
  kind: 'Deployment',
  props: { ...template, name: 'apa000dep', replicas: 3 },
} as const satisfies Manifest;

/** 8-05 (3): the door to the Pods. */
export const service = {
  file: 'apa000ser',
  kind: 'Service',
  props: {
    name: 'apa000ser',
    app: template.app,
    port: 8099,
    targetPort: template.containerPort,
    nodePort: 30080,
  },
} as const satisfies Manifest;

/** 8-07: the Deployment with five replicas. */
export const scaledDeployment = {
  file: 'apa000dep-scale',
  kind: 'Deployment',
  props: { ...deployment.props, replicas: 5 },
} as const satisfies Manifest;

/** 8-07: the five replicas changed from Apache to nginx. */
export const nginxDeployment = {
  file: 'apa000dep-nginx',
  kind: 'Deployment',
  props: { ...scaledDeployment.props, image: images.nginx },
} as const satisfies Manifest;

/** The files of chapter 8, in the order of the book. */
export const manifests = [
  pod,
  deployment,
  service,
  scaledDeployment,
  nginxDeployment,
] as const satisfies readonly Manifest[];
