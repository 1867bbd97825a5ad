import { ask } from '../core/answers/http';

/** What a registry mirror said when it was asked for images; `unasked` where it cannot be asked from here. */
export interface MirrorAnswer {
  readonly url: string;
  readonly state: 'answers' | 'silent' | 'unasked';
  /** Why it is silent. */
  readonly reason: string;
  /** How many of the images that were asked for it has. */
  readonly has: number;
  readonly of: number;
}

const loopback = /^(?:localhost|127\.|\[::1\])/;

/** Asks a mirror of an engine for images of the public library, as that engine would; `isLocal` says that the engine's machine is this one. */
export async function askMirror(
  url: string,
  images: readonly string[],
  isLocal: boolean,
): Promise<MirrorAnswer> {
  const unasked: MirrorAnswer = { url, state: 'unasked', reason: '', has: 0, of: images.length };
  const { protocol, hostname, href } = new URL(url);
  // A mirror with a certificate is no `dkkb images serve`, and may want a login.
  if (protocol !== 'http:' || (!isLocal && loopback.test(hostname))) return unasked;
  const base = href.replace(/\/$/, '');
  const greeting = await ask(`${base}/v2/`);
  if ('error' in greeting) return { ...unasked, state: 'silent', reason: greeting.error };
  const answers = await Promise.all(
    images.map((image) => ask(`${base}/v2/library/${image}/tags/list`)),
  );
  const unheard = answers.find((answer) => 'error' in answer);
  if (unheard && 'error' in unheard) return { ...unasked, state: 'silent', reason: unheard.error };
  const has = answers.filter((answer) => 'status' in answer && answer.status === 200).length;
  return { ...unasked, state: 'answers', has };
}
