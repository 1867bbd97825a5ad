/** The repository of an image reference, without the names under which the public registry and its mirrors have it, tag and digest. */
export function repositoryOf(reference: string): string {
  const withoutDigest = reference.split('@')[0] ?? reference;
  const withoutTag = withoutDigest.replace(/:[\w.-]+$/, '');
  const name = withoutTag.replace(/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)\//, '');
  return officialName(name) ?? name;
}

/** The name of an official image, which the public registry keeps under `library`, and a mirror of any address with it. */
function officialName(name: string): string | undefined {
  const parts = name.split('/');
  const official = parts.pop();
  if (parts.pop() !== 'library') return undefined;
  const [host] = parts;
  // What is no address is somebody's account on the public registry.
  return host === undefined || /[.:]|^localhost$/.test(host) ? official : undefined;
}

/** A reference with its tag written out: `httpd` is `httpd:latest`. */
export function withTag(reference: string): string {
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  return /[:@]./s.test(last) ? reference : `${reference}:latest`;
}
