import { visiblePaint } from '../../../core/answers/visible';
import { isVerbose } from '../../../core/debug';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { layOut } from '../layout';
import { redrawOn, type Terminal } from '../redraw';
import { placeOf, places, stageText, type Place } from './up-stages';

/** Shows how far the VMs are while `up` makes them and waits for them. */
export interface UpProgress {
  /** A VM has reached a stage: one of Terraform's (`requested`, `waiting`, `running`, `failed`), of the VM's (`ssh`, `again`, `docker done`), `ready` or `not-ready`. */
  tell(student: string, stage: string, seconds?: number): void;
  /** Prints a text that stays, such as what is done now. */
  note(text: Text): void;
  /** Stops showing; what is printed after it stands alone. */
  end(): void;
}

/** Where the progress is shown, and when. */
export interface ProgressPlace {
  readonly stream: Terminal & Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;
  /** Milliseconds since some moment. */
  now(): number;
  /** Does something again and again, until the returned function is called. */
  every(milliseconds: number, act: () => void): () => void;
}

/** Of more VMs no line is printed for each stage: they are only counted. */
const mostTold = 10;
/** Without a terminal something is printed at least so often. */
const heartbeat = 30_000;
/** On a terminal the line is drawn again so often. */
const tick = 1_000;
const spinner = ['|', '/', '-', '\\'] as const;

/** Begins to show the progress of so many VMs, of which those of some students run already: on a terminal a line that is always alive, elsewhere a line for each stage. */
export function openUpProgress(
  count: number,
  running: readonly string[] = [],
  place: ProgressPlace = here,
): UpProgress {
  const { isTTY, columns } = place.stream;
  // A terminal without a width (as under `script`) cannot be drawn on; --verbose needs its own lines.
  const isDrawable = isTTY && columns > 0 && process.env['TERM'] !== 'dumb' && !isVerbose();
  const counted = countOf(count, place);
  running.forEach((student) => counted.reach(student, 'running'));
  return isDrawable ? drawn(count, place, counted) : plain(place, counted);
}

const here: ProgressPlace = {
  stream: process.stderr,
  now: () => performance.now(),
  every(milliseconds, act) {
    const timer = setInterval(act, milliseconds);
    return () => clearInterval(timer);
  },
};

interface Counted {
  reach(student: string, stage: string): void;
  /** How many VMs are where, and for how long all of it has taken. */
  text(): string;
}

function countOf(count: number, { now }: ProgressPlace): Counted {
  const begun = now();
  const reached = new Map<string, Place>();
  return {
    reach: (student, stage) => void reached.set(student, placeOf(stage)),
    text() {
      const at = [...reached.values()];
      const kinds = Object.entries(places) as [Place, Text][];
      const parts = kinds.flatMap(([kind, words]) => {
        const before = kind === 'before' ? count - at.length : 0;
        const many = at.filter((one) => one === kind).length + before;
        return many > 0 || kind === 'ready' ? [`${say(words)} ${many}`] : [];
      });
      const head = say({ ko: `VM ${count}대`, en: `${count} VMs` });
      return `${head}: ${parts.join(', ')} · ${say(lasting(now() - begun))}`;
    },
  };
}

function lasting(milliseconds: number): Text {
  const all = Math.floor(milliseconds / 1000);
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  if (minutes === 0) return { ko: `${seconds}초`, en: `${seconds} s` };
  return { ko: `${minutes}분 ${seconds}초`, en: `${minutes} min ${seconds} s` };
}

function stageLine(student: string, stage: string, seconds: number): string[] {
  const text = stageText(stage, seconds);
  return text ? [`- ${student}: ${say(text)}`] : [];
}

function drawn(count: number, { stream, every }: ProgressPlace, counted: Counted): UpProgress {
  let turn = 0;
  const draw = () => {
    const text = `${spinner[turn % spinner.length] ?? ''} ${counted.text()}`;
    screen.draw(layOut(text, stream.columns).split('\n'));
  };
  const screen = redrawOn(stream, draw);
  const stop = every(tick, () => {
    turn += 1;
    draw();
  });
  const print = (lines: readonly string[]) =>
    screen.print(lines.flatMap((line) => layOut(line, stream.columns).split('\n')));
  draw();
  return {
    tell(student, stage, seconds = 0) {
      counted.reach(student, stage);
      const lines = stageLine(student, stage, seconds);
      if (lines.length > 0 && count <= mostTold) print(lines);
      draw();
    },
    note: (text) => print([`- ${say(text)}`]),
    end() {
      stop();
      screen.end({ keep: false });
    },
  };
}

function plain({ stream, now, every }: ProgressPlace, counted: Counted): UpProgress {
  let last = now();
  const print = (lines: readonly string[]) => {
    if (lines.length === 0) return;
    last = now();
    stream.write(lines.map((line) => `${visiblePaint(line)}\n`).join(''));
  };
  const stop = every(tick, () => {
    if (now() - last >= heartbeat) print([`- ${counted.text()}`]);
  });
  return {
    tell(student, stage, seconds = 0) {
      counted.reach(student, stage);
      print(stageLine(student, stage, seconds));
    },
    note: (text) => print([`- ${say(text)}`]),
    end: stop,
  };
}
