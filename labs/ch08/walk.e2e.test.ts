import { onCluster, walkThrough } from '../../testbed/labs/cluster-contract';

// @needs engine images kubernetes @minutes 2

onCluster();

describe('a Pod of its own', () => walkThrough('ch08-pod'));

describe('Deployment and Service, as the book goes on', () =>
  walkThrough(
    'ch08-deployment',
    'ch08-service',
    'ch08-scale',
    'ch08-nginx',
    'ch08-self-heal',
    'ch08-delete',
  ));
