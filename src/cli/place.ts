import { openPlatform } from '../platforms/open';
import { Failure } from '../core/failure';
import type { Platform } from '../core/platform';
import { platformOf, type Lab } from '../../labs/lab';
import { folderOf } from './folder';
import { machineOn, type RemoteFlags } from './remote/machine';
import { say } from './language';
import { reporter } from './views/terminal';
import { UsageError } from './usage-error';

/** The options that say where a lab is done. */
export interface PlaceFlags extends RemoteFlags {
  readonly timeout?: string;
}

/** Opens the place of a lab as the options name it; its owner closes it. */
export async function placeOf(lab: Lab, flags: PlaceFlags): Promise<Platform> {
  const patience = patienceOf(flags.timeout);
  const timed = patience === undefined ? {} : { patience };
  const named = await machineOn(flags);
  if (named) {
    const { openPlatformThere } = await import('../platforms/there');
    const options = { ...named.options, ...timed };
    return openPlatformThere(platformOf(lab), { ...named, options }).catch(asWrongUse);
  }
  const { context, namespace } = flags;
  return openPlatform(platformOf(lab), {
    dir: folderOf(flags),
    ...timed,
    ...(context === undefined ? {} : { context }),
    ...(namespace === undefined ? {} : { namespace }),
  });
}

/** A folder that is not there is a wrong option, on this machine and on another one. */
export function asWrongUse(error: unknown): never {
  if (!(error instanceof Failure) || error.code !== 'remote-folder-missing') throw error;
  const { message, remedy } = error.problem.describe();
  const commands = (remedy.commands ?? []).join(' ');
  throw new UsageError({
    ko: `${message.ko} ${remedy.ko} ${commands}`,
    en: `${message.en} ${remedy.en} ${commands}`,
  });
}

const told = new Set<string>();

/** Opens the place of a lab that will be changed, and prints which place it is where that is not obvious; its owner closes it. */
export async function placeToChange(lab: Lab, flags: PlaceFlags): Promise<Platform> {
  const place = await placeOf(lab, flags);
  try {
    const { name } = place;
    if (name && !told.has(say(name))) reporter.note(name);
    if (name) told.add(say(name));
    return place;
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** Works at the place of a lab that will be changed, and ends what leads there. */
export async function atPlace<T>(
  lab: Lab,
  flags: PlaceFlags,
  work: (place: Platform) => Promise<T>,
): Promise<T> {
  const place = await placeToChange(lab, flags);
  return work(place).finally(() => place.close());
}

function patienceOf(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  if (/^\d{1,6}$/.test(seconds)) return Number(seconds) * 1000;
  throw new UsageError({
    ko: `--timeout 값은 초 단위의 정수여야 합니다: ${seconds}`,
    en: `--timeout takes a whole number of seconds, not ${seconds}`,
  });
}
