// @circle all @minutes 2
import { contractOf } from '../testbed/lab-contract';

contractOf(4);
