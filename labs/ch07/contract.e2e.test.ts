// @circle all @minutes 5
import { contractOf } from '../../testbed/labs/lab-contract';

contractOf(7);
