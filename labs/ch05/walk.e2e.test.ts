import { walksOf } from '../../testbed/labs/lab-walk';

walksOf(5);
