const label = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  network: 'com.docker.compose.network',
  volume: 'com.docker.compose.volume',
} as const;

/** The name that an object has in its Compose file, whatever folder or project it was made in. */
export function nameInFile(
  kind: 'service' | 'network' | 'volume',
  labels: Readonly<Record<string, string>>,
): string | undefined {
  return labels[label[kind]];
}

/** The Compose project that an object was made in. */
export function projectOf(labels: Readonly<Record<string, string>>): string | undefined {
  return labels[label.project];
}
