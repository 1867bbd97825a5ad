import { removeCommand } from './make-again';

const mount = (type: string, source: string) => ({ mounts: [{ type, source, target: '/data' }] });
const unnamed = mount('volume', '0'.repeat(64));

it("removes an image's unnamed volumes with the container, and keeps the named ones", () => {
  expect(removeCommand(['a'], [])).toBe('docker rm -f a');
  expect(removeCommand(['a'], [unnamed])).toBe('docker rm -fv a');
  expect(removeCommand(['a', 'b'], [mount('bind', '/home'), unnamed])).toBe('docker rm -fv a b');
  expect(removeCommand(['a'], [mount('volume', 'mysql000vol11')])).toBe('docker rm -f a');
});
