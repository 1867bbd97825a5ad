import { connect } from 'node:net';

/** Whether a server of SSH greets at a port of this computer within so many milliseconds. */
export function greetsAsSsh(port: number, timeout: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (greets: boolean) => {
      socket.destroy();
      resolve(greets);
    };
    socket.setTimeout(timeout, () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    socket.once('data', (said) => end(said.subarray(0, 4).toString('latin1') === 'SSH-'));
  });
}
