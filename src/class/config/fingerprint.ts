import { createHash } from 'node:crypto';

/** The letters of a SHA-256 in base64, without its padding. */
const letters = 43;

/** The fingerprint of an OpenSSH public key, as `ssh-keygen -l` shows it, without `SHA256:`. */
export function fingerprintOf(publicKey: string): string {
  const [, blob = ''] = publicKey.trim().split(/\s+/);
  const hash = createHash('sha256').update(Buffer.from(blob, 'base64'));
  return hash.digest('base64').slice(0, letters);
}
