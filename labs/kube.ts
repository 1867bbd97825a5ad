/** What the charts of chapter 8 are made from; a teacher derives variants by other values. */
export interface KubeExercise {
  readonly podName: string;
  readonly deploymentName: string;
  readonly serviceName: string;
  readonly app: string;
  readonly containerName: string;
  readonly image: string;
  readonly containerPort: number;
  readonly replicas: number;
  readonly servicePort: number;
  readonly nodePort: number;
}
