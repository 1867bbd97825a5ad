import { generatePrivateKey, parsePrivateKey, type PrivateKey } from 'sshpk';

// This module is imported where a key is made or read: the library takes long to load.

/** What OpenSSH writes behind a public key: who it is for. */
const comment = 'dkkb';

/** The text of a new private key without a passphrase, as OpenSSH reads it. */
export function newKey(): string {
  return named(generatePrivateKey('ed25519')).toString('ssh-private');
}

/** The public half of a private key, from the text of its file; throws where that is none. */
export function publicHalf(privateKey: Buffer): string {
  const half = parsePrivateKey(privateKey, 'ssh-private').toPublic();
  half.comment = comment;
  return half.toString('ssh');
}

function named(key: PrivateKey): PrivateKey {
  key.comment = comment;
  return key;
}
