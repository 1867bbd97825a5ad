// @circle all @needs engine images newest @minutes 3
import { contractOnNewest } from '../testbed/labs/lab-contract';

// What Compose says of a file is the most that its versions differ in.
contractOnNewest(['ch07-compose-file']);
