import { connect } from 'node:net';

/** How long, in milliseconds, a server of this computer may take for its first words. */
const patience = 1_500;

/** Whether a server of SSH answers at a port of this computer. */
export function answersBySsh(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: patience });
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('data', (said: Buffer) => end(said.toString('latin1', 0, 4) === 'SSH-'));
    socket.once('timeout', () => end(false));
    socket.once('close', () => end(false));
    socket.once('error', () => end(false));
  });
}
