import type { Command } from 'commander';

/** Refuses an option with one value that is given twice; after all commands are added. */
export function refuseTwice(command: Command): void {
  for (const option of command.options.filter(({ required, variadic }) => required && !variadic)) {
    let isGiven = false;
    command.on(`option:${option.name()}`, () => {
      if (isGiven) command.error(`error: option '${option.long ?? option.flags}' given twice`);
      isGiven = true;
    });
  }
  command.commands.forEach(refuseTwice);
}
