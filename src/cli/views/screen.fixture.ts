import { EventEmitter } from 'node:events';

import stringWidth from 'string-width';

/** A terminal of so many columns and rows, that knows what the product writes to it; it throws at what it does not know. */
export class Screen extends EventEmitter {
  /** What has left the screen at its top. */
  readonly above: string[] = [];
  /** Each write. */
  readonly writes: string[] = [];
  isCursorShown = true;
  private lines: string[][] = [[]];
  private row = 0;
  private column = 0;

  constructor(
    public columns: number,
    public rows: number,
  ) {
    super();
  }

  /** What is to be seen, without empty lines at the end. */
  get seen(): string[] {
    const texts = this.lines.map((line) => line.join('').trimEnd());
    while (texts.at(-1) === '') texts.pop();
    return texts;
  }

  /** Changes the size, as a user does with the mouse. */
  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }

  write(text: string): boolean {
    this.writes.push(text);
    // eslint-disable-next-line no-control-regex -- It is what terminals are told.
    const parts = text.match(/\u001b\[[?\d;]*[A-Za-z]|[^\u001b]/gu) ?? [];
    for (const part of parts)
      if (part.startsWith('\u001b')) this.obey(part.slice(2));
      else this.put(part);
    return true;
  }

  private obey(command: string): void {
    const line = this.lines[this.row] ?? [];
    if (/^\d+A$/.test(command)) this.row = Math.max(0, this.row - parseInt(command));
    else if (command === '2K') line.length = 0;
    else if (command === 'J') {
      line.length = Math.min(line.length, this.column);
      this.lines.length = this.row + 1;
    } else if (command === '2J') this.lines = [[]];
    else if (command === 'H') this.row = this.column = 0;
    else if (/^\?25[hl]$/.test(command)) this.isCursorShown = command.endsWith('h');
    else if (!/^(?:\?2026[hl]|\d+m)$/.test(command)) throw new Error(`unknown: ${command}`);
  }

  private put(sign: string): void {
    if (sign === '\r') this.column = 0;
    else if (sign === '\n') this.next();
    else {
      const width = stringWidth(sign);
      if (this.column + width > this.columns) this.next();
      const line = (this.lines[this.row] ??= []);
      while (line.length < this.column) line.push(' ');
      line.splice(this.column, width, sign, ...Array<string>(Math.max(0, width - 1)).fill(''));
      this.column += width;
    }
  }

  private next(): void {
    this.column = 0;
    this.row += 1;
    this.lines[this.row] ??= [];
    if (this.row < this.rows) return;
    this.above.push((this.lines.shift() ?? []).join('').trimEnd());
    this.row -= 1;
  }
}
