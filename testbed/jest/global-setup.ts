import { RUN } from '../engine/engine';

/** Makes this jest run the owner of the engines that its workers start. */
export default function setup(): void {
  process.env[RUN] = String(process.pid);
}
