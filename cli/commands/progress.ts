import { openSession } from '../../actions/session';
import { labs } from '../../labs/index';
import { readRecords } from '../../runtime/records';
import { say } from '../language';
import { exit, mark, paint, print, printJson } from '../terminal';
import { showTime } from './check';

/** `dkkb progress`: what has been passed, and when. */
export async function progress({ output }: { output?: string }): Promise<number> {
  const { folder } = await openSession();
  const records = await readRecords(folder);
  const rows = labs.map((lab) => ({ lab, record: records.get(lab.id) }));
  if (output === 'json') {
    printJson({
      labs: rows.map(({ lab, record }) => ({
        id: lab.id,
        passed: record?.firstPassedAt !== undefined,
        firstPassedAt: record?.firstPassedAt ?? null,
        lastPassedAt: record?.lastPassedAt ?? null,
      })),
    });
    return exit.done;
  }
  const width = Math.max(...labs.map(({ id }) => id.length));
  for (const { lab, record } of rows) {
    const at = record?.firstPassedAt;
    print(
      `${at ? mark.passed : mark.open} ${lab.id.padEnd(width)}  ${say(lab.title)}${at ? paint.dim(`  ${showTime(at)}`) : ''}`,
    );
  }
  const passed = rows.filter(({ record }) => record?.firstPassedAt).length;
  print(
    say({
      ko: `${labs.length}개 가운데 ${passed}개 통과`,
      en: `${passed} of ${labs.length} passed`,
    }),
  );
  return exit.done;
}
