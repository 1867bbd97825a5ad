import { parseAllDocuments } from 'yaml';
import { bookFiles, spoiled } from '../labs/repair.fixture';
import { sampleOf, type Sample } from './measure';
import { limitRow, ratioRow, type Row } from './report';

/** Milliseconds that one file may take. */
const limit = 150;

/** Measures how long it takes to find what is wrong in files with one to three mistakes, and in files that are right. */
export function measureRepair(seeds: number, rounds: number): Row[] {
  const texts = Array.from({ length: seeds }, (_, index) => spoiled(index + 1));
  texts.slice(0, 20).forEach(({ file, text }) => file.problems(text));
  const times = texts.map(({ file, text }) => timed(() => file.problems(text)));
  const right = bookFiles.flatMap(({ problems, text }) =>
    Array.from({ length: rounds }, () => ({
      judged: timed(() => problems(text)),
      parsed: timed(() => parseAllDocuments(text)),
    })),
  );
  return [
    limitRow(`what is wrong in a file, ${seeds} files`, sampleOf(times), limit, 'ms'),
    limitRow('the same, 95 of 100 files within', atMost(times, 0.95), limit, 'ms'),
    ratioRow(
      'nothing is wrong in a file',
      sampleOf(right.map(({ judged }) => judged)),
      'its text parsed once',
      sampleOf(right.map(({ parsed }) => parsed)),
      4,
      '(it is parsed for its syntax and for its lines)',
    ),
  ];
}

/** Milliseconds of the processor: it is one computation, and others may run beside it. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The time within which a share of the work is done. */
function atMost(times: readonly number[], share: number): Sample {
  const sorted = [...times].sort((one, other) => one - other);
  return sampleOf(sorted.slice(Math.floor(share * (sorted.length - 1))).slice(0, 1));
}
