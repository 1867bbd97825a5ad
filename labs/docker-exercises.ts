import { exercises } from './exercises';

/** The exercises that are done on a Docker Engine. */
export const dockerExercises = exercises.filter((one) => one.platform === 'docker');
