// @circle all @minutes 5
import { contractOf } from '../testbed/lab-contract';

contractOf(5);
