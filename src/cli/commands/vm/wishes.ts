import { exercises } from '../../../../labs/exercises';
import { statesOf } from '../../../docker/model/exercise';
import { hostPortsOf } from '../../../docker/model/service';
import type { Wishes } from '../../../vm/plan';
import { spokenLanguage } from '../../language';
import { UsageError } from '../../usage-error';

/** The options of `dkkb vm up`, as they were typed. */
export interface UpFlags {
  readonly image?: string;
  readonly sha256?: string;
  readonly memory?: string;
  readonly disk?: string;
  readonly cpus?: string;
  readonly sshPort?: string;
  readonly skipPort?: readonly string[];
  readonly by?: 'qemu' | 'virtualbox';
  readonly window?: boolean;
  /** False with `--no-wait`. */
  readonly wait: boolean;
  readonly timeout: string;
  readonly output?: string;
}

/** The ports at which the book's exercises answer, ascending: of all containers and Services, and those that readers use for exercises of their own. */
export function bookPorts(): number[] {
  const own = Array.from({ length: 20 }, (_, index) => 8_080 + index);
  const ports = exercises.flatMap((exercise) => {
    if (exercise.platform === 'docker') {
      const states = statesOf(exercise);
      return states.flatMap(hostPortsOf).map(({ port }) => port);
    }
    if (exercise.platform !== 'kubernetes' || !('solution' in exercise)) return [];
    return exercise.solution.flatMap((one) => (one.kind === 'Service' ? [one.props.nodePort] : []));
  });
  return [...new Set([...own, ...ports])].sort((one, other) => one - other);
}

/** The range of each number that the options take. */
const ranges = {
  '--memory': [512, 1_048_576],
  '--disk': [4, 4_096],
  '--cpus': [1, 64],
  '--ssh-port': [1, 65_535],
  '--skip-port': [1, 65_535],
  '--timeout': [1, 1_440],
} as const;

/** Reads the options; throws a UsageError where one has no such value. */
export function wishesOf(flags: UpFlags): Wishes {
  const { image, sha256, by, window } = flags;
  const skipped = (flags.skipPort ?? [])
    .flatMap((words) => words.split(','))
    .filter((word) => word.trim() !== '')
    .map((word) => numberOf('--skip-port', word.trim()));
  const sum = sha256?.toLowerCase();
  if (sum !== undefined && !/^[\da-f]{64}$/.test(sum)) throw noSum(sha256 ?? '');
  return {
    ...(image === undefined ? {} : { image }),
    ...(sum === undefined ? {} : { sum }),
    ...given('memory', '--memory', flags.memory),
    ...given('disk', '--disk', flags.disk),
    ...given('cpus', '--cpus', flags.cpus),
    ...given('sshPort', '--ssh-port', flags.sshPort),
    ...(by === undefined ? {} : { by }),
    ...(window === undefined ? {} : { window }),
    ports: bookPorts().filter((port) => !skipped.includes(port)),
    language: spokenLanguage(),
  };
}

function given<K extends string>(name: K, option: keyof typeof ranges, word: string | undefined) {
  return (word === undefined ? {} : { [name]: numberOf(option, word) }) as { [P in K]?: number };
}

/** The number of an option; throws a UsageError where it is none or out of its range. */
export function numberOf(option: keyof typeof ranges, word: string): number {
  const [least, most] = ranges[option];
  const value = /^\d{1,7}$/.test(word) ? Number(word) : NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError({
    ko: `${option} 값은 ${least}부터 ${most}까지의 정수여야 합니다: ${word}`,
    en: `${option} takes a whole number from ${least} to ${most}, not ${word}`,
  });
}

function noSum(word: string): UsageError {
  return new UsageError({
    ko: `--sha256 값은 0-9와 a-f로 된 64자입니다: ${word}`,
    en: `--sha256 takes 64 characters of 0-9 and a-f, not ${word}`,
  });
}
