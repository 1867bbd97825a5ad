/** The folder of chapter 7's exercises, in the reader's own. */
export const composeFolder = 'com_folder';

/** The Compose file of chapter 7, in the reader's folder. */
export const composePath = `${composeFolder}/docker-compose.yml`;

/** The names under which Compose finds a file, its favourite last. */
export const composeFileNames = [
  'docker-compose.yml',
  'docker-compose.yaml',
  'compose.yml',
  'compose.yaml',
];

/** The Compose file of an exercise that stands beside the chapter's first, in a folder of its own: one folder is one project. */
export function composePathIn(folder: string): string {
  return `${folder}/docker-compose.yml`;
}

/** A command of chapter 7 with its file named, so that it works from the reader's folder. */
export function composeCommand(file: string, ...words: readonly string[]): string[] {
  return ['docker', 'compose', '-f', file, ...words];
}
