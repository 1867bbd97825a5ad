import { defineProblem } from '../../../core/problem';
import { misnamedText, renameRemedy } from '../../../core/problems/file-name';
import { nowhere, placeRemedy, placeText, type Place } from '../../../core/problems/file-place';
import { slipRemedy } from '../../../core/problems/yaml-slip';

type Missing = Place & Readonly<Record<'file' | 'dir' | 'similar' | 'name', string>>;

/** No Compose file stands where the exercise wants it; `similar` is a file of nearly that name and `name` what it should be called, or both are empty. */
export const fileMissing = defineProblem(
  'compose-file-missing',
  (values: Missing, machine) => {
    const { file, dir, similar, name } = values;
    const there = similar ? misnamedText({ file: name, similar }, machine) : placeText(values);
    return {
      message: {
        ko: `\`${dir}\` 폴더에 Compose 파일(\`${file}\`)이 없습니다.${there.ko}`,
        en: `There is no Compose file \`${file}\` in \`${dir}\`.${there.en}`,
      },
      remedy: similar
        ? renameRemedy({ file: name, similar }, machine)
        : placeRemedy(values, machine),
    };
  },
  { explained: { similar: '', ...nowhere } },
);

/** The file is that of another exercise, `lab`, and belongs at `proper`; `found` are its services, `wanted` those of this exercise. */
export const otherFile = defineProblem(
  'compose-other-file',
  ({
    file,
    lab,
    found,
    wanted,
    proper,
  }: Record<'file' | 'lab' | 'found' | 'wanted' | 'proper', string>) => ({
    message: {
      ko: `\`${file}\` 파일에 다른 실습(\`${lab}\`)의 내용이 있습니다. 그 실습의 서비스: \`${found}\`. 이 실습의 서비스: \`${wanted}\``,
      en: `\`${file}\` is the file of another exercise, \`${lab}\`, with the services \`${found}\`. This exercise has \`${wanted}\`.`,
    },
    remedy: {
      ko: `지금 내용은 \`${proper}\` 파일에 두고, \`${file}\` 파일에는 이 실습의 내용을 씁니다.`,
      en: `Keep what it says in \`${proper}\`, and write this exercise's own into \`${file}\`.`,
    },
  }),
);

/** Where a line of a Compose file is; nothing where it is not known. */
export const at = (line: string) => ({
  ko: line ? ` ${line}번째 줄` : '',
  en: line ? `, line ${line}` : '',
});

/** Compose cannot read the file; `line` is where, with its `text`, or empty; `cause` is the kind of slip. */
export const fileUnreadable = defineProblem(
  'compose-file-unreadable',
  ({
    file,
    line,
    text,
    cause,
    said,
  }: {
    file: string;
    line: string;
    text: string;
    cause: string;
    said: string;
  }) => ({
    message: {
      ko: `Compose가 파일을 읽지 못합니다: ${file}${at(line).ko}${text ? ` \`${text}\`` : ''}. Compose의 메시지: ${said}`,
      en: `Compose cannot read ${file}${at(line).en}${text ? `: \`${text}\`` : ''}. It says: ${said}`,
    },
    remedy: slipRemedy(cause),
  }),
);
