// @circle all
// @needs engine images windows @minutes 3
import { dockerLabs, walksOnWindows } from './walk';

// One lab of each chapter; DKKB_WINDOWS=all walks through every one.
const chosen = ['ch04-port', 'ch05-wordpress-mysql', 'ch06-bind-mount', 'ch07-compose-file'];

walksOnWindows(process.env['DKKB_WINDOWS'] === 'all' ? dockerLabs() : chosen);
