import { walksOf } from '../../testbed/labs/lab-walk';

walksOf(6);
