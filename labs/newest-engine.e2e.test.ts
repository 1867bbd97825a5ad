// @needs engine images newest @minutes 9
import { contractOnNewest } from '../testbed/lab-contract';

// Each lab is gone through twice, and a busy machine takes its time to fill databases.
jest.setTimeout(400_000);

// What Compose says of a file is the most that its versions differ in.
contractOnNewest(['ch07-compose-file']);
