// @minutes 8
import { contractOf } from '../testbed/lab-contract';

contractOf(6);
