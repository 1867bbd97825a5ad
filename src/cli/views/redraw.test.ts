import { redrawOn, type Terminal } from './redraw';
import { Screen } from './screen.fixture';

const opened: { end(): void }[] = [];
afterEach(() => opened.splice(0).forEach((one) => one.end()));

function redraw(screen: Screen, onResize?: () => void) {
  const one = redrawOn(screen as unknown as Terminal, onResize);
  opened.push(one);
  return one;
}

/** The same numbers in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

it.each([1, 2, 3, 4, 5])('shows exactly the last of many lists of lines (%i)', (seed) => {
  const screen = new Screen(20, 10);
  screen.write('$ dkkb\n');
  const { draw, print } = redraw(screen);
  const next = numbers(seed);
  const stay = ['$ dkkb'];
  for (let round = 0; round < 200; round += 1) {
    const lines = Array.from({ length: next(9) }, (_, at) => `${at} 김철수 ${next(3)}`);
    const writes = screen.writes.length;
    draw(lines);
    expect(screen.writes.length - writes).toBeLessThanOrEqual(1);
    if (next(10) === 0) {
      stay.push(`kept ${round}`);
      print([`kept ${round}`]);
    }
    expect([...screen.above, ...screen.seen]).toEqual([...stay, ...lines]);
  }
});

it('writes nothing where nothing has changed, and else only the lines that have', () => {
  const screen = new Screen(20, 10);
  const { draw } = redraw(screen);
  draw(['one', 'two', 'three']);
  draw(['one', 'two', 'three']);
  expect(screen.writes).toHaveLength(1);
  draw(['one', 'TWO', 'three']);
  expect(screen.writes[1]).toContain('TWO');
  expect(screen.writes[1]).not.toContain('three');
});

it('draws anew after the size has changed, whatever the terminal has done to the lines', () => {
  const screen = new Screen(20, 10);
  const { draw } = redraw(screen, () => draw(['1', '2']));
  draw(['a long line', 'another']);
  screen.write('broken by the terminal');
  screen.resize(10, 10);
  expect(screen.seen).toEqual(['1', '2']);
  draw(['1', '3']);
  expect(screen.seen).toEqual(['1', '3']);
});

it('hides the cursor while it draws, and shows it again at the end', () => {
  const screen = new Screen(20, 10);
  const { draw, end } = redraw(screen);
  draw(['one']);
  expect(screen.isCursorShown).toBe(false);
  end();
  expect(screen.isCursorShown).toBe(true);
  expect(screen.seen).toEqual(['one']);
});

it('removes the last lines where they are not wanted', () => {
  const screen = new Screen(20, 10);
  const { draw, print, end } = redraw(screen);
  draw(['live']);
  print(['kept']);
  end({ keep: false });
  expect(screen.seen).toEqual(['kept']);
});

it('obeys no command in a line', () => {
  const screen = new Screen(80, 10);
  redraw(screen).draw(['\u001b[2J\u001b]0;x\u0007']);
  expect(screen.seen).toEqual(['\\u001b[2J\\u001b]0;x\\u0007']);
});
