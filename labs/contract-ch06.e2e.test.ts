import { contractOf } from '../testbed/lab-contract';

contractOf(6);
