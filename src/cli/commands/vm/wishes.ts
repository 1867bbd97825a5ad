import { statSync } from 'node:fs';

import { exercises } from '../../../../labs/exercises';
import { statesOf } from '../../../docker/model/exercise';
import { hostPortsOf } from '../../../docker/model/service';
import { isAddress } from '../../../vm/image/sources';
import { debianWord, usualImage } from '../../../vm/image/words';
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
  readonly timeout?: string;
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
  const book = bookPorts();
  const other = skipped.find((port) => !book.includes(port));
  if (other !== undefined) throw noBookPort(other, book);
  const sum = sha256?.toLowerCase();
  if (sum !== undefined && !/^[\da-f]{64}$/.test(sum)) throw noSum(sha256 ?? '');
  if (image !== undefined) requireImageWord(image, sum);
  if (image === debianWord && sum !== undefined) throw sumUnused();
  const ports = book.filter((port) => !skipped.includes(port));
  const sshPort = given('sshPort', '--ssh-port', flags.sshPort);
  if (sshPort.sshPort !== undefined && ports.includes(sshPort.sshPort))
    throw portTwice(sshPort.sshPort);
  return {
    ...(image === undefined ? {} : { image }),
    ...(sum === undefined ? {} : { sum }),
    ...given('memory', '--memory', flags.memory),
    ...given('disk', '--disk', flags.disk),
    ...given('cpus', '--cpus', flags.cpus),
    ...sshPort,
    ...(by === undefined ? {} : { by }),
    ...(window === undefined ? {} : { window }),
    ports,
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

function sumUnused(): UsageError {
  return new UsageError({
    ko: `--image ${debianWord} 디스크는 이 컴퓨터에서 만들기 때문에 정해진 체크섬이 없습니다. --sha256 옵션을 빼고 다시 합니다.`,
    en: `The disk of --image ${debianWord} is built on this computer and has no checksum that is known before. Leave out --sha256.`,
  });
}

function noBookPort(port: number, book: readonly number[]): UsageError {
  const allowed = rangesOf(book).join(', ');
  return new UsageError({
    ko: `--skip-port 뒤에는 VM으로 이어지는 포트를 적습니다(${allowed}). 여기에 없는 포트: ${port}`,
    en: `--skip-port takes ports that lead to the VM (${allowed}), not ${port}`,
  });
}

/** Ascending numbers as a reader sees them: `5000, 8080-8099`. */
function rangesOf(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}

function portTwice(port: number): UsageError {
  return new UsageError({
    ko: `${port}번은 책의 포트라서 SSH 포트로 쓸 수 없습니다. --ssh-port 뒤에 다른 번호를 적거나, 이 포트를 뺍니다: --skip-port ${port}`,
    en: `${port} is a port of the book. Name another one after --ssh-port, or leave this one out: --skip-port ${port}`,
  });
}

/** Throws a UsageError where the word for the image names no file, or an address from which nothing is fetched. */
function requireImageWord(image: string, sum: string | undefined): void {
  if (image === debianWord || image === usualImage) return;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(image)) return requireAddress(image, sum);
  const found = statSync(image, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  throw new UsageError(
    found
      ? { ko: `\`${image}\` 항목은 파일이 아닙니다.`, en: `\`${image}\` is not a file.` }
      : {
          ko: `\`${image}\` 파일이 없습니다. 파일의 이름과 폴더를 확인합니다.`,
          en: `There is no file \`${image}\`. Look at its name and its folder.`,
        },
  );
}

function requireAddress(image: string, sum: string | undefined): void {
  if (!isAddress(image))
    throw new UsageError({
      ko: `--image 뒤에 쓰는 주소는 https://나 http://로 시작합니다: ${image}`,
      en: `An address after --image begins with https:// or http://, not: ${image}`,
    });
  if (sum === undefined && !/^https:/i.test(image))
    throw new UsageError({
      ko: `http 주소의 이미지는 중간에 바뀔 수 있습니다. 만든 곳이 알려 주는 SHA-256 값을 --sha256 뒤에 적습니다: ${image}`,
      en: `What comes over http can be changed on its way. Name the SHA-256 that its maker tells after --sha256: ${image}`,
    });
}
