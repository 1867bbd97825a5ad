import { contractOfKubernetes } from '../../testbed/labs/cluster-contract';

// @circle all
// @needs engine images kubernetes @minutes 12

contractOfKubernetes('ch08-scale', 'ch08-nginx', 'ch08-self-heal', 'ch08-delete');
