// @circle all @minutes 5
import { contractOf } from '../testbed/lab-contract';

// A first start of Redmine takes a busy machine more than a minute, and a test makes two of them.
jest.setTimeout(400_000);

contractOf(5);
