import { contractOfKubernetes } from '../testbed/kube-contract';

// @needs engine images kubernetes

contractOfKubernetes('ch08-cluster', 'ch08-pod', 'ch08-deployment', 'ch08-service');
