// @circle all @minutes 3
import { contractOf } from '../../testbed/labs/lab-contract';

contractOf(6);
