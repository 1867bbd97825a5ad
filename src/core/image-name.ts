/** The repository of an image reference, without the public registry's own prefixes, tag and digest. */
export function repositoryOf(reference: string): string {
  const withoutDigest = reference.split('@')[0] ?? reference;
  const withoutTag = withoutDigest.replace(/:[\w.-]+$/, '');
  return withoutTag
    .replace(/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)\//, '')
    .replace(/^library\//, '');
}

/** A reference with its tag written out: `httpd` is `httpd:latest`. */
export function withTag(reference: string): string {
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  return /[:@]./s.test(last) ? reference : `${reference}:latest`;
}
