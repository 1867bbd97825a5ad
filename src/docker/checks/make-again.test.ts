import { removeCommand } from './make-again';

const mount = (type: string, source: string) => ({ mounts: [{ type, source, target: '/data' }] });
const unnamed = mount('volume', '0'.repeat(64));

it("takes an image's unnamed volumes along, and nothing that has a name", () => {
  expect(removeCommand(['a'], [])).toBe('docker rm -f a');
  expect(removeCommand(['a'], [unnamed])).toBe('docker rm -fv a');
  expect(removeCommand(['a', 'b'], [mount('bind', '/home'), unnamed])).toBe('docker rm -fv a b');
  expect(removeCommand(['a'], [mount('volume', 'mysql000vol11')])).toBe('docker rm -f a');
});
