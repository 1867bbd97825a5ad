import { walksOf } from '../../testbed/labs/lab-walk';

walksOf(3, 4);
