// @circle all @needs engine images newest @minutes 3
import { contractOnNewest } from '../testbed/labs/lab-contract';

// The versions of Compose differ most in what they say about a file.
contractOnNewest(['ch07-compose-file']);
