// @circle all
import { contractOf } from '../testbed/lab-contract';

contractOf(3);
