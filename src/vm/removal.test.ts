import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { vmFile, vmFiles, vmFolder } from './place';
import { readVm, requireOwnFiles, writeVm, type VmRecord } from './record';
import { findVm, removeFound } from './removal';
import { requireKeys } from './seed/keys';

const record: VmRecord = {
  ...{ id: '1cf45276-9a14-4c1b-9dfd-045a2367d802', by: 'qemu', madeAt: '', image: '/x.img' },
  ...{ memory: 2_048, disk: 20, cpus: 1, sshPort: 2_223, ports: [], window: false },
};

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'dkkb-removal-'));
  process.env['DKKB_DATA'] = data;
});
afterEach(() => {
  delete process.env['DKKB_DATA'];
  rmSync(data, { recursive: true });
});

const remove = async () => removeFound(await findVm());

/** A VM that is off. */
async function makeVm(): Promise<void> {
  await writeVm(record);
  for (const name of ['disk', 'identity', 'hostKey'] as const) writeFileSync(vmFile(name), '');
}

const left = (...files: string[]) => ({
  left: files,
  problems: [{ code: 'vm-files-left', values: { files: files.join(', ') } }],
});

it.each([vmFiles.record, vmFiles.disk, vmFiles.pid])(
  'a folder with the name %s is left alone and named each time; all else of the VM goes',
  async (name) => {
    await makeVm();
    const path = join(vmFolder(), name);
    rmSync(path, { force: true });
    mkdirSync(join(path, 'mine'), { recursive: true });
    if (name !== vmFiles.record) {
      const foreign = { code: 'vm-foreign', values: { folder: vmFolder(), files: name } };
      await expect(requireOwnFiles()).rejects.toMatchObject(foreign);
    }
    expect(await remove()).toMatchObject({ wasThere: true, ...left(path) });
    expect(existsSync(join(path, 'mine'))).toBe(true);
    await expect(readVm()).rejects.toMatchObject({ code: 'vm-foreign', values: { files: name } });
    expect(await remove()).toMatchObject({ wasThere: false, ...left(path) });
  },
);

it('a file of the user’s is told twice in the same words, and where it is', async () => {
  await makeVm();
  writeFileSync(join(vmFolder(), 'notes.txt'), '');
  const first = await remove();
  expect(first).toMatchObject(left(join(vmFolder(), 'notes.txt')));
  const [told, again] = [first, await remove()].map(({ problems }) => problems[0]);
  expect(again?.describe()).toEqual(told?.describe());
});

it('nothing is removed behind a link in the place of the folder, or of a file', async () => {
  // Windows lets only some users make links.
  if (process.platform === 'win32') return;
  const elsewhere = join(data, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, vmFolder());
  await makeVm();
  const { left: kept, problems } = await remove();
  expect(kept).toEqual([vmFolder()]);
  expect(problems[0]?.values).toEqual({ files: `${vmFolder()} → ${elsewhere}` });
  expect(existsSync(join(elsewhere, vmFiles.disk))).toBe(true);
  rmSync(vmFolder());
  await makeVm();
  rmSync(vmFile('disk'));
  symlinkSync(join(elsewhere, vmFiles.disk), vmFile('disk'));
  expect(await remove()).toMatchObject({ left: [], problems: [] });
  expect(existsSync(join(elsewhere, vmFiles.disk))).toBe(true);
});

it.each(['', 'x'])(
  'of a VM whose record is lost (%j), every file goes after it is named',
  async (text) => {
    await makeVm();
    if (text) writeFileSync(vmFile('record'), text);
    else rmSync(vmFile('record'));
    const { names, strays } = await findVm();
    expect({ names, strays }).toEqual({
      names: expect.arrayContaining([vmFiles.disk, vmFiles.identity, ...(text ? ['vm.json'] : [])]),
      strays: [],
    });
    expect(await remove()).toMatchObject({ wasThere: true, left: [], problems: [] });
    expect(existsSync(vmFolder())).toBe(false);
  },
);

it('what stands alone in the place of the VM is nobody’s but the user’s', async () => {
  writeFileSync(vmFolder(), 'mine');
  await expect(readVm()).rejects.toMatchObject({ code: 'vm-foreign', values: { files: 'vm' } });
  expect(await remove()).toMatchObject({ wasThere: false, ...left(vmFolder()) });
  rmSync(vmFolder());
  mkdirSync(vmFolder());
  writeFileSync(vmFile('record'), 'mine');
  expect(await remove()).toMatchObject({ wasThere: false, ...left(vmFile('record')) });
});

it.each(['identity', 'hostKey'] as const)('the lost %s of a VM is told at once', async (name) => {
  await makeVm();
  expect(requireKeys).not.toThrow();
  rmSync(vmFile(name));
  expect(requireKeys).toThrow(/vm-key-lost/);
});
