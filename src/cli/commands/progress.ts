import { openPlatform } from '../../platforms/open';
import { labs } from '../../../labs/index';
import { platformOf } from '../../../labs/lab';
import { isAbout } from '../../core/elsewhere';
import { currentMachine } from '../../core/system';
import { clusterFolders, computerFolder } from '../../core/machine/paths';
import { readRecords, type LabRecord } from '../../core/machine/records';
import { say } from '../language';
import { beside } from '../views/layout';
import {
  dash,
  exit,
  mark,
  paint,
  print,
  printJson,
  printLine,
  screenWidth,
} from '../views/terminal';
import { notHere, showTime } from './check';

/** `dkkb progress`: prints which labs are passed, and since when. */
export async function progress({ output }: { output?: string }): Promise<number> {
  const records = await recordsOfLabs();
  const rows = labs.map((lab) => {
    const record = records.get(lab.id);
    // One that was passed on another computer counts.
    const isHere =
      record?.firstPassedAt !== undefined ||
      isAbout(lab.platform === 'machine' ? lab : {}, currentMachine().system);
    return { lab, record, isHere };
  });
  if (output === 'json') {
    printJson({
      labs: rows.map(({ lab, record, isHere }) => ({
        id: lab.id,
        ...(isHere ? {} : { ofOtherSystem: true }),
        passed: record?.firstPassedAt !== undefined,
        firstPassedAt: record?.firstPassedAt ?? null,
        lastPassedAt: record?.lastPassedAt ?? null,
      })),
    });
    return exit.done;
  }
  const width = Math.max(...labs.map(({ id }) => id.length));
  for (const { lab, record, isHere } of rows) {
    const at = record?.firstPassedAt;
    const state = at ? mark.passed : mark.open;
    const beginning = `${isHere ? state : mark.elsewhere} ${lab.id.padEnd(width)}  `;
    const when = at ? paint.dim(`  ${showTime(at)}`) : '';
    const where = isHere ? '' : paint.dim(`  ${dash} ${say(notHere)}`);
    printLine(beside(beginning, say(lab.title) + when + where, screenWidth()));
  }
  const count = rows.filter(({ isHere }) => isHere).length;
  const passed = rows.filter(({ record }) => record?.firstPassedAt).length;
  print(
    say({
      ko: `${count}개 가운데 ${passed}개 통과`,
      en: `${passed} of ${count} passed`,
    }),
  );
  return exit.done;
}

// The first pass on any cluster counts: clusters are deleted and made again, what was learnt stays.
async function recordsOfLabs(): Promise<ReadonlyMap<string, LabRecord>> {
  const docker = await openPlatform('docker', {});
  const clusters = await clusterFolders();
  const all = await Promise.all([docker.folder, computerFolder(), ...clusters].map(readRecords));
  const merged = new Map<string, LabRecord>();
  for (const { id } of labs.filter((lab) => platformOf(lab) === 'kubernetes')) {
    const passed = all.slice(2).flatMap((records) => records.get(id) ?? []);
    passed.sort((one, other) =>
      (one.firstPassedAt ?? '~').localeCompare(other.firstPassedAt ?? '~'),
    );
    const [first] = passed;
    if (first) merged.set(id, first);
  }
  return new Map([...(all[0] ?? []), ...(all[1] ?? []), ...merged]);
}
