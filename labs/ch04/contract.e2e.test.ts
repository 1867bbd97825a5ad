// @circle all @minutes 2
import { contractOf } from '../../testbed/labs/lab-contract';

contractOf(4);
