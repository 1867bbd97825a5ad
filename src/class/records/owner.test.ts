import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { bringOwner, ownerName, ownerOf, strangersOf } from './owner';

const kim = 'arn:aws:iam::123456789012:user/kim';
const lee = 'arn:aws:iam::123456789012:user/lee';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dkkb-owner-'));
});
afterEach(() => {
  delete process.env['DKKB_DATA'];
  rmSync(root, { recursive: true });
});

/** An owner whose data is in that folder. */
function at(name: string, login: string) {
  process.env['DKKB_DATA'] = join(root, name);
  return ownerOf({ folder: join(root, name, 'class') }, login);
}

it('is the same on the same computer, also after the folder was lost', async () => {
  const before = await at('laptop', kim);
  rmSync(join(root, 'laptop'), { recursive: true });
  const after = await at('laptop', kim);
  expect(after.tag).not.toBe(before.tag);
  expect(after.isOwn(before.tag)).toBe(true);
});

it('is another one with another login, and with another folder', async () => {
  const { tag } = await at('laptop', kim);
  expect((await at('laptop', lee)).isOwn(tag)).toBe(false);
  expect((await at('other', kim)).isOwn(tag)).toBe(false);
});

it('is the same for a role whose session gets a new name each time, and another for another person of a role', async () => {
  const role = 'arn:aws:sts::123456789012:assumed-role/Teacher';
  const { tag } = await at('laptop', `${role}/botocore-session-1`);
  expect((await at('laptop', `${role}/botocore-session-2`)).isOwn(tag)).toBe(true);
  const person = await at('laptop', `${role}/kim@school.kr`);
  expect((await at('laptop', `${role}/lee@school.kr`)).isOwn(person.tag)).toBe(false);
});

it('owns what has no owner, and a class that was brought here', async () => {
  const { tag } = await at('laptop', kim);
  const here = await at('other', kim);
  expect(here.isOwn(undefined)).toBe(true);
  process.env['DKKB_DATA'] = join(root, 'other');
  await bringOwner(join(root, 'other'), tag);
  expect((await ownerOf({ folder: join(root, 'other') }, kim)).isOwn(tag)).toBe(true);
});

it('names each stranger once, by the part that people read', async () => {
  const owner = await at('laptop', kim);
  const thing = { kind: 'vpc', id: 'vpc-1', region: 'ap-northeast-2' } as const;
  const tag = 'lee@desk 0c0c0c0c0c0c.0d0d0d0d0d0d';
  const things = [thing, { ...thing, owner: tag }, { ...thing, owner: tag }];
  expect(strangersOf(owner, things)).toEqual([tag]);
  expect(ownerName(tag)).toBe('lee@desk');
});
