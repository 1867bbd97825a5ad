import { parse } from 'yaml';

import { userData } from '../user-data';
import { deadlineHours, seedImage, type Seed } from './seed';

const seed: Seed = {
  id: '0d8f7a52-0000-4000-8000-000000000001',
  authorizedKey: `ssh-ed25519 ${'A'.repeat(68)} dkkb`,
  hostKey: { secret: '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n', open: 'ssh-ed25519 BBBB dkkb' },
  mirror: { packages: 'http://10.0.2.2:3142' },
  language: 'ko',
};
const image = seedImage(seed).toString('utf8');

it('carries the user-data of a practice VM on EC2 as it is', () => {
  const own = userData({
    deadlineHours,
    authorizedKeys: [seed.authorizedKey],
    mirror: seed.mirror,
    language: 'ko',
  });
  expect(image).toContain(own);
});

it('gives the VM the host key that is known here, and Ubuntu’s user', () => {
  const start = image.lastIndexOf('#cloud-config');
  const vendor = parse(image.slice(start, image.indexOf('\n\0', start))) as Record<string, unknown>;
  expect(vendor).toMatchObject({
    user: { name: 'ubuntu' },
    ssh_keys: { ed25519_private: seed.hostKey.secret, ed25519_public: seed.hostKey.open },
  });
});

it('names the VM by its own number, so that another one is set up anew', () => {
  expect(image).toContain(`"instance-id":"${seed.id}"`);
});
