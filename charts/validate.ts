import type {
  DeploymentProps,
  PodTemplateProps,
  ServiceProps,
} from '../src/kubernetes/model/manifests';

const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const imageReference = /^[a-z0-9][\w.:@/-]*$/;

/** What is wrong with a name that has to be a DNS label. */
export function validateName(field: string, value: string): string[] {
  return dnsLabel.test(value)
    ? []
    : [`${field} '${value}' is no DNS label: 1 to 63 of a-z, 0-9 and '-', with neither end a '-'`];
}

/** What is wrong with a number that has to be whole and within bounds. */
function validateRange(field: string, value: number, [low, high]: [number, number]): string[] {
  return Number.isInteger(value) && value >= low && value <= high
    ? []
    : [`${field} '${value}' is not a whole number from ${low} to ${high}`];
}

/** What is wrong with a template of Pods. */
export function validateTemplate({
  app,
  containerName,
  image,
  containerPort,
}: PodTemplateProps): string[] {
  return [
    ...validateApp(app),
    ...validateName('containerName', containerName),
    ...(imageReference.test(image)
      ? []
      : [`image '${image}' is no image name such as httpd or nginx:1.27`]),
    ...validatePort('containerPort', containerPort),
  ];
}

/** What is wrong with the props of a Deployment. */
export function validateDeployment(props: DeploymentProps): string[] {
  return [
    ...validateName('name', props.name),
    ...validateRange('replicas', props.replicas, [0, 2 ** 31 - 1]),
    ...validateTemplate(props),
  ];
}

/** What is wrong with the props of a Service. */
export function validateService(props: ServiceProps): string[] {
  return [
    ...validateName('name', props.name),
    ...validateApp(props.app),
    ...validatePort('port', props.port),
    ...validatePort('targetPort', props.targetPort),
    ...validateRange('nodePort', props.nodePort, [30000, 32767]),
  ];
}

function validateApp(app: string): string[] {
  return app && labelValue.test(app)
    ? []
    : [`app '${app}' is no label value: 1 to 63 of letters, digits, '-', '_' and '.'`];
}

function validatePort(field: string, value: number): string[] {
  return validateRange(field, value, [1, 65535]);
}
