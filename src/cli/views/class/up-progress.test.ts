import { speak } from '../../language';
import { Screen } from '../screen.fixture';
import { openUpProgress, type ProgressPlace, type UpProgress } from './up-progress';

/** A place whose time passes only when the test says so. */
class Place {
  time = 0;
  readonly screen: Screen & { isTTY: boolean };
  private readonly acts = new Set<{ every: number; next: number; act: () => void }>();

  constructor(isTTY: boolean, columns = 80) {
    this.screen = Object.assign(new Screen(columns, 24), { isTTY });
  }

  get place(): ProgressPlace {
    return {
      stream: this.screen as unknown as ProgressPlace['stream'],
      now: () => this.time,
      every: (every, act) => {
        const one = { every, next: this.time + every, act };
        this.acts.add(one);
        return () => this.acts.delete(one);
      },
    };
  }

  pass(seconds: number): void {
    for (const end = this.time + seconds * 1000; this.time < end; this.time += 1000)
      for (const one of this.acts)
        if (one.next <= this.time + 1000) {
          one.next += one.every;
          one.act();
        }
  }

  get isQuiet(): boolean {
    return this.acts.size === 0;
  }
}

let open: UpProgress | undefined;
afterEach(() => {
  speak('en');
  open?.end();
});

function begin(count: number, place: Place): UpProgress {
  return (open = openUpProgress(count, [], place.place));
}

describe('on a terminal', () => {
  it('shows at once that something is done, and again each second', () => {
    const place = new Place(true);
    begin(30, place);
    expect(place.screen.seen).toEqual(['| 30 VMs: not begun 30, ready 0 · 0 s']);
    for (let second = 1; second < 90; second += 1) {
      const writes = place.screen.writes.length;
      place.pass(1);
      expect(place.screen.writes.length).toBeGreaterThan(writes);
    }
    expect(place.screen.seen).toHaveLength(1);
    expect(place.screen.seen[0]).toMatch(/30 VMs: not begun 30, ready 0 · 1 min 28 s/);
  });

  it('counts where the VMs are, each only once', () => {
    const place = new Place(true);
    const { tell } = begin(12, place);
    speak('ko');
    for (let at = 0; at < 11; at += 1) tell(`s${at}`, 'requested');
    tell('s0', 'waiting', 10);
    for (const id of ['s1', 's2', 's3', 's4', 's5']) tell(id, 'running');
    for (const id of ['s2', 's3', 's4']) tell(id, 'ssh');
    tell('s3', 'docker done');
    tell('s4', 'minikube failed');
    tell('s4', 'not-ready');
    tell('s5', 'ready');
    tell('s6', 'failed');
    expect(place.screen.seen).toEqual([
      '| VM 12대: 아직 1, 요청 5, 켜짐 1, SSH 1, 설치 1, 준비 1, 실패 2 · 0초',
    ]);
  });

  it('prints each stage of up to ten VMs above the live line', () => {
    const place = new Place(true);
    const { tell, note, end } = begin(2, place);
    note({ ko: '확인하는 중', en: 'Looking at AWS' });
    tell('kim', 'requested');
    tell('kim', 'waiting', 10);
    tell('kim', 'waiting', 30);
    tell('kim', 'docker failed');
    const told = [
      '- Looking at AWS',
      '- kim: requested',
      '- kim: AWS has not said yet that it is made (30 s)',
      '- kim: the step docker failed',
    ];
    expect(place.screen.seen).toEqual([
      ...told,
      '| 2 VMs: not begun 1, installing 1, ready 0 · 0 s',
    ]);
    end();
    expect(place.screen.seen).toEqual(told);
    expect(place.screen.isCursorShown).toBe(true);
    expect(place.isQuiet).toBe(true);
  });

  it('stays in place on a narrow terminal', () => {
    const place = new Place(true, 30);
    begin(300, place);
    place.pass(5);
    expect(place.screen.seen).toHaveLength(2);
    expect(place.screen.above).toEqual([]);
  });
});

describe('without a terminal', () => {
  it('prints a line for each stage, and no command to a terminal', () => {
    const place = new Place(false);
    const { tell, note } = begin(2, place);
    note({ ko: '확인하는 중', en: 'Looking at AWS' });
    tell('kim', 'requested');
    tell('kim', 'waiting', 10);
    tell('kim', 'ready');
    expect(place.screen.writes).toEqual([
      '- Looking at AWS\n',
      '- kim: requested\n',
      '- kim: ready\n',
    ]);
  });

  it('prints how far all are when nothing else was printed for half a minute', () => {
    const place = new Place(false);
    const { tell } = begin(2, place);
    place.pass(29);
    expect(place.screen.writes).toEqual([]);
    tell('kim', 'requested');
    place.pass(29);
    expect(place.screen.writes).toHaveLength(1);
    place.pass(60);
    expect(place.screen.writes.slice(1)).toEqual([
      '- 2 VMs: not begun 1, requested 1, ready 0 · 59 s\n',
      '- 2 VMs: not begun 1, requested 1, ready 0 · 1 min 29 s\n',
    ]);
  });
});
