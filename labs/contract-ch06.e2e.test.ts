// @circle all @minutes 3
import { contractOf } from '../testbed/lab-contract';

contractOf(6);
