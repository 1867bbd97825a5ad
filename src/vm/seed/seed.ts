import { userData } from '../user-data';
import { vmName, vmUser } from '../place';
import { isoImage } from './iso';

/** What a new VM is told at its first boot. */
export interface Seed {
  readonly id: string;
  /** The public key that logs in. */
  readonly authorizedKey: string;
  /** The private key of the VM's own SSH server, and its public half. */
  readonly hostKey: { readonly secret: string; readonly open: string };
  readonly mirror: { readonly images?: string | undefined; readonly packages?: string | undefined };
  readonly language: 'ko' | 'en';
}

/** A local VM costs nothing, so it ends only after the longest time that a deadline may have. */
export const deadlineHours = 366 * 24;

/** The CD with which cloud-init sets the VM up: the user-data of a practice VM on EC2, and beside it what a cloud would give. */
export function seedImage(seed: Seed): Buffer {
  const { id, authorizedKey, mirror, language } = seed;
  const files = {
    'meta-data': JSON.stringify({ 'instance-id': id, 'local-hostname': vmName }),
    'user-data': userData({ deadlineHours, authorizedKeys: [authorizedKey], mirror, language }),
    'vendor-data': `#cloud-config\n${JSON.stringify(vendorData(seed))}\n`,
  };
  return isoImage(
    'cidata',
    Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) })),
  );
}

/** What is not in the user-data because a cloud does it: the user of the image, and keys of the SSH server that are known before it answers. */
function vendorData({ hostKey }: Seed): object {
  return {
    user: { name: vmUser },
    manage_etc_hosts: 'localhost',
    ssh_keys: { ed25519_private: hostKey.secret, ed25519_public: hostKey.open },
    // An emulated machine needs half a minute to make an RSA key, and seconds to show each.
    ssh_genkeytypes: ['ed25519'],
    ssh: { emit_keys_to_console: false },
    no_ssh_fingerprints: true,
  };
}
