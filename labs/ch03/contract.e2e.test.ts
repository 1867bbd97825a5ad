// @circle all
import { contractOf } from '../../testbed/labs/lab-contract';

contractOf(3);
