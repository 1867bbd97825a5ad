import { visiblePaint } from '../../core/answers/visible';

/** Lines of a terminal that are drawn again in place. */
export interface Redraw {
  /** Draws these lines where the last ones are; each has to fit into the width, and all into the height less one. */
  draw(lines: readonly string[]): void;
  /** Prints lines that stay, above those that are drawn. */
  print(lines: readonly string[]): void;
  /** Leaves the last lines on the screen, or removes them, and shows the cursor again. */
  end(how?: { readonly keep: boolean }): void;
}

/** The part of a terminal that drawing needs. */
export type Terminal = Pick<NodeJS.WriteStream, 'write' | 'on' | 'off'>;

const sequence = {
  // A terminal that knows these shows all between them at once; others ignore them.
  begin: '\u001b[?2026h',
  end: '\u001b[?2026l',
  hide: '\u001b[?25l',
  show: '\u001b[?25h',
  eraseLine: '\u001b[2K',
  eraseBelow: '\u001b[J',
  clear: '\u001b[2J\u001b[H',
} as const;

const up = (lines: number) => (lines > 0 ? `\r\u001b[${lines}A` : '\r');

/**
 * Draws in place, in one write for each change: only lines that differ are written. log-update 7 does
 * so too, but goes wrong where the number of lines changes. `onResize` is called when the lines have to be
 * laid out again.
 */
export function redrawOn(terminal: Terminal, onResize: () => void = () => undefined): Redraw {
  let drawn: readonly string[] = [];
  let isResized = false;
  const write = (text: string) => terminal.write(sequence.begin + text + sequence.end);
  const show = () => terminal.write(sequence.show);
  const resized = () => {
    // The terminal may have broken the lines anew: nobody knows where they are.
    isResized = drawn.length > 0;
    onResize();
  };
  terminal.on('resize', resized);
  process.once('exit', show);
  return {
    draw(lines) {
      const next = lines.map(visiblePaint);
      if (!isResized && isSame(drawn, next)) return;
      const before = isResized ? [] : drawn;
      const start = isResized ? sequence.clear : up(drawn.length);
      isResized = false;
      drawn = next;
      write(sequence.hide + start + changes(before, next));
    },
    print(lines) {
      const stay = lines.map((line) => `${visiblePaint(line)}\n`).join('');
      const start = up(drawn.length) + sequence.eraseBelow;
      write(start + stay + drawn.map((line) => `${line}\n`).join(''));
    },
    end({ keep } = { keep: true }) {
      terminal.off('resize', resized);
      process.off('exit', show);
      write((keep ? '' : up(drawn.length) + sequence.eraseBelow) + sequence.show);
      drawn = [];
    },
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}

/** What turns lines into others, from their first line on. */
function changes(before: readonly string[], next: readonly string[]): string {
  const lines = next.map((line, at) =>
    line === before[at] ? '\n' : `${sequence.eraseLine}${line}\n`,
  );
  return lines.join('') + (next.length < before.length ? sequence.eraseBelow : '');
}
