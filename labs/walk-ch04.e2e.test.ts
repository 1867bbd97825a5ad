import { walksOf } from '../testbed/lab-walk';

walksOf(3, 4);
