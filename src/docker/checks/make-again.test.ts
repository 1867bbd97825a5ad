import { lineFor } from '../../core/shell/render';
import { removeCommand } from './make-again';

const mount = (type: string, source: string) => ({ mounts: [{ type, source, target: '/data' }] });
const unnamed = mount('volume', '0'.repeat(64));

const removal = (...args: Parameters<typeof removeCommand>) =>
  lineFor('bash', removeCommand(...args));

it("removes an image's unnamed volumes with the container, and keeps the named ones", () => {
  expect(removal(['a'], [])).toBe('docker rm -f a');
  expect(removal(['a'], [unnamed])).toBe('docker rm -fv a');
  expect(removal(['a', 'b'], [mount('bind', '/home'), unnamed])).toBe('docker rm -fv a b');
  expect(removal(['a'], [mount('volume', 'mysql000vol11')])).toBe('docker rm -f a');
});
