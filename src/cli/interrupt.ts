import { labLine } from '../core/shell/lab-command';
import type { Text } from '../core/text';

let handler: (() => void) | undefined;

/** Sets what Ctrl-C does from now on, instead of ending the command as interrupted. */
export function onInterrupt(act: () => void): void {
  handler = act;
}

/** Does what a command set for Ctrl-C; false where none is set. */
export function interrupted(): boolean {
  handler?.();
  return handler !== undefined;
}

/** The commands that leave things behind when they are interrupted, and the commands that remove these. */
const cleaners: Readonly<Record<string, () => string>> = {
  start: () => labLine('down'),
  up: () => labLine('down'),
  solve: () => labLine('down'),
  watch: () => labLine('down'),
  'images serve': () => 'dkkb images serve --stop',
  'class up': () => 'dkkb class down',
  'vm up': () => 'dkkb vm down',
};

let running = '';
let lastWords: (() => Text | undefined) | undefined;

/** Sets what is told when the command that runs is interrupted or fails: what it may have left behind. */
export function tellAtTheEnd(text: () => Text | undefined): void {
  lastWords = text;
}

/** What the command that runs may have left behind; undefined where that is nothing. */
export function leftBehind(): Text | undefined {
  return lastWords?.();
}

/** Sets which command runs, by its words. */
export function runs(command: string): void {
  running = command;
}

/** The words of the command that runs; none before it has begun. */
export function runningCommand(): string {
  return running;
}

/** The text for an interruption of the command that runs. */
export function interruption(): Text {
  const left = leftBehind();
  if (left) return { ko: `중단했습니다. ${left.ko}`, en: `Interrupted. ${left.en}` };
  const command = cleaners[running]?.();
  if (command === undefined)
    return {
      ko: '중단했습니다. 같은 명령을 다시 하면 됩니다.',
      en: 'Interrupted. The same command can be run again.',
    };
  return {
    ko: `중단했습니다. 같은 명령을 다시 하면 이어서 합니다. 정리하기: ${command}`,
    en: `Interrupted. The same command goes on from here. To clean up: ${command}`,
  };
}
