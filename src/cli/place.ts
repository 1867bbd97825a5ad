import { openPlatform } from '../platforms/open';
import type { Platform } from '../core/platform';
import { platformOf, type Lab } from '../../labs/lab';
import { folderOf } from './folder';
import { reporter } from './views/terminal';
import { UsageError } from './usage-error';

/** The options that say where a lab is done. */
export interface PlaceFlags {
  readonly dir?: string;
  readonly timeout?: string;
  readonly context?: string;
  readonly namespace?: string;
}

/** Opens the place of a lab as the options name it. */
export function placeOf(lab: Lab, flags: PlaceFlags): Promise<Platform> {
  const { context, namespace } = flags;
  const patience = patienceOf(flags.timeout);
  return openPlatform(platformOf(lab), {
    dir: folderOf(flags),
    ...(patience === undefined ? {} : { patience }),
    ...(context === undefined ? {} : { context }),
    ...(namespace === undefined ? {} : { namespace }),
  });
}

/** Opens the place of a lab that will be changed, and prints which place it is where that is not obvious. */
export async function placeToChange(lab: Lab, flags: PlaceFlags): Promise<Platform> {
  const place = await placeOf(lab, flags);
  if (place.name) reporter.note(place.name);
  return place;
}

function patienceOf(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  if (/^\d{1,6}$/.test(seconds)) return Number(seconds) * 1000;
  throw new UsageError({
    ko: `--timeout 값은 초 단위의 정수여야 합니다: ${seconds}`,
    en: `--timeout takes a whole number of seconds, not ${seconds}`,
  });
}
