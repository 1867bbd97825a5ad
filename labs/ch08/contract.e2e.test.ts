import { contractOfKubernetes } from '../../testbed/labs/cluster-contract';

// @circle all
// @needs engine images kubernetes @minutes 6

contractOfKubernetes('ch08-cluster', 'ch08-pod', 'ch08-deployment', 'ch08-service');
