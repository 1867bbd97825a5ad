import { resolve } from 'node:path';

import type { VmRecord } from '../record';
import { wantsAnother } from './wanted';

const sum = 'a'.repeat(64);
const record: VmRecord = {
  ...{
    id: '1cf45276-9a14-4c1b-9dfd-045a2367d801',
    by: 'qemu',
    madeAt: '',
    image: resolve('/x.img'),
    sum,
  },
  ...{ memory: 2_048, disk: 20, cpus: 1, sshPort: 1, ports: [], window: false },
};

it.each([
  [{}, false],
  [{ image: '/x.img', sum }, false],
  [{ image: '/x.img', sum: '0'.repeat(64) }, true],
  [{ image: '/y.img' }, true],
  [{ disk: 8 }, true],
  [{ memory: 512 }, false],
])('%j is told to need a new VM: %s', (wished, isTold) => {
  expect(wantsAnother({ ...wished, ports: [], language: 'en' }, record)).toBe(isTold);
});
