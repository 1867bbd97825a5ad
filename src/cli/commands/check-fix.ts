import type { Verdict } from '../../core/verdict';
import type { Lab } from '../../../labs/lab';
import { confirm } from '../confirm';
import { fixFiles } from '../fix-files';
import { folderOf } from '../folder';
import { UsageError } from '../usage-error';
import { reporter } from '../views/terminal';

interface FixOptions {
  readonly fix?: boolean;
  readonly yes?: boolean;
  readonly on?: string;
  readonly dir?: string;
  readonly output?: string;
}

/** Throws a UsageError where `--fix` has nothing that it could write, or nobody whom it could ask. */
export function refuseFix(labs: readonly Lab[], { fix, yes, on, output }: FixOptions): void {
  if (!fix) {
    if (yes) throw yesAlone;
    return;
  }
  if (on !== undefined) throw elsewhere;
  if (output !== undefined) throw asJson;
  if (labs.length > 1) throw several;
}

/** Offers to write the changes that were found, or says that this can be had; returns whether a file was written. */
export async function fixFound(
  verdicts: readonly Verdict[],
  { fix, yes, on, dir }: FixOptions,
): Promise<boolean> {
  const problems = verdicts.flatMap((verdict) => verdict.problems);
  const isAny = problems.some(({ edits = [] }) => edits.length > 0);
  if (!fix) {
    if (isAny && on === undefined && verdicts.length === 1) reporter.note(offer);
    return false;
  }
  if (!isAny) {
    reporter.note(nothing);
    return false;
  }
  if (!yes && !process.stdin.isTTY) {
    reporter.note(nobody);
    return false;
  }
  const ask = yes ? () => Promise.resolve(true) : confirm;
  return fixFiles(problems, folderOf(dir === undefined ? {} : { dir }), {
    ask,
    note: reporter.note,
  });
}

const offer = {
  ko: '같은 명령 끝에 `--fix`를 붙이면 위의 변경을 파일에 써넣습니다. 먼저 묻고, 지금 파일은 따로 남깁니다.',
  en: 'With `--fix` at its end, the same command writes these changes into the file: it asks first, and keeps the file as it is beside it.',
};

const nothing = {
  ko: '파일에 써넣을 변경이 없습니다.',
  en: 'There is no change to write into a file.',
};

const nobody = {
  ko: '물어볼 터미널이 없어 아무것도 쓰지 않았습니다. 묻지 않고 쓰려면 `--yes`를 붙입니다.',
  en: 'Nothing was written: there is no terminal to ask on. `--yes` writes without asking.',
};

const yesAlone = new UsageError({
  ko: '`--yes` 옵션은 `--fix` 옵션과 함께 씁니다.',
  en: '`--yes` goes with `--fix`.',
});

const elsewhere = new UsageError({
  ko: '`--fix` 옵션은 이 컴퓨터의 파일만 고칩니다. `--on`으로 확인한 컴퓨터의 파일은 그 컴퓨터에서 고칩니다.',
  en: '`--fix` writes files of this machine only. What `--on` names has its files mended there.',
});

const asJson = new UsageError({
  ko: '`--fix` 옵션은 `-o json` 옵션과 함께 쓸 수 없습니다. JSON에는 변경이 `edits`에 들어 있습니다.',
  en: '`--fix` does not go with `-o json`, where the changes are in `edits`.',
});

const several = new UsageError({
  ko: '`--fix` 옵션은 실습 하나와 함께 씁니다. 예: dkkb check ch08-pod --fix',
  en: '`--fix` takes one lab, for example: dkkb check ch08-pod --fix',
});
