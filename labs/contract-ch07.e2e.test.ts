// @minutes 13
import { contractOf } from '../testbed/lab-contract';

contractOf(7);
