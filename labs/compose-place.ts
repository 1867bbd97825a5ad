/** The folder of chapter 7's exercises, in the reader's own. */
export const composeFolder = 'com_folder';

/** The Compose file of chapter 7, in the reader's folder. */
export const composePath = `${composeFolder}/docker-compose.yml`;

/** A command of chapter 7 with its file named, so that it works from the reader's folder. */
export function composeCommand(...words: readonly string[]): string[] {
  return ['docker', 'compose', '-f', composePath, ...words];
}
