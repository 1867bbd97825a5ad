/** Gives a class command, such as `up`, as it is to be typed for the class that is meant. */
export type ClassCommand = (...words: readonly string[]) => string;
