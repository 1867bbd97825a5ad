import { walksOf } from '../testbed/lab-walk';

walksOf(6);
