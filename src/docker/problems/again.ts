/** A container that has to be made again, by its name: the commands that remove it and run it again. */
export type Again = Readonly<Record<'name' | 'remove' | 'run', string>>;
