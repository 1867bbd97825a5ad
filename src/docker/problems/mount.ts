import type { Again } from './again';
import { defineProblem } from '../../core/problem';
import type { Text } from '../../core/text';

type Mounted = Again & Readonly<Record<'target' | 'wanted', string>> & { readonly found: Shown };

/** A source that is the same in every language, or is described in each. */
type Shown = string | Text;
const both = (found: Shown): Text => (typeof found === 'string' ? { ko: found, en: found } : found);
const quoted = (found: Shown): Text => (typeof found === 'string' ? both(`\`${found}\``) : found);

const again = ({ remove, run }: Again) => ({
  ko: '마운트는 만들 때만 정할 수 있으니 지우고 다시 만듭니다:',
  en: 'Mounts are set at creation, so make it again:',
  commands: [remove, run],
});

/** Nothing is mounted at the path; `found` lists what is mounted elsewhere, or is empty. */
export const mountMissing = defineProblem(
  'mount-missing',
  (values: Mounted) => ({
    message: {
      ko: `\`${values.name}\` 컨테이너의 \`${values.target}\` 자리에 마운트된 것이 없습니다.${values.found ? ` 지금 마운트된 것: ${both(values.found).ko}` : ''}`,
      en: `Nothing is mounted at \`${values.target}\` in the container \`${values.name}\`.${values.found ? ` Mounted is: ${both(values.found).en}` : ''}`,
    },
    remedy: again(values),
  }),
  { explained: { found: '' } },
);

const kinds: Readonly<Record<string, { ko: string; en: string }>> = {
  bind: { ko: '바인드 마운트', en: 'a bind mount' },
  volume: { ko: '볼륨 마운트', en: 'a volume mount' },
};

type MountedAs = Again & Readonly<Record<'target' | 'wanted' | 'found', string>>;

/** A volume where a folder should be, or the other way round. */
export const mountTypeWrong = defineProblem(
  'mount-type-wrong',
  (values: MountedAs) => {
    const wanted = kinds[values.wanted] ?? both(values.wanted);
    const found = kinds[values.found] ?? both(values.found);
    return {
      message: {
        ko: `\`${values.name}\` 컨테이너의 \`${values.target}\` 자리에 필요한 것은 ${wanted.ko}(${values.wanted}) 방식인데 지금은 ${found.ko}(${values.found}) 방식입니다.`,
        en: `At \`${values.target}\` the container \`${values.name}\` needs ${wanted.en}, and has ${found.en}.`,
      },
      remedy: again(values),
    };
  },
  { explained: { wanted: 'bind', found: 'volume' } },
);

/** The right kind of mount, of another volume or folder. */
export const mountSourceWrong = defineProblem('mount-source-wrong', (values: Mounted) => ({
  message: {
    ko: `\`${values.name}\` 컨테이너의 \`${values.target}\` 자리에 \`${values.wanted}\` 대신 ${quoted(values.found).ko} 항목이 마운트되어 있습니다.`,
    en: `At \`${values.target}\` the container \`${values.name}\` has ${quoted(values.found).en}, not \`${values.wanted}\`.`,
  },
  remedy: again(values),
}));

/** Git Bash took the path in the container for one of its own and rewrote it. */
export const mountRewritten = defineProblem(
  'mount-path-rewritten',
  ({ name, target, found, remove, run }: Again & { target: string; found: string }, { shell }) => ({
    message: {
      ko: `Git Bash가 컨테이너 안의 경로를 Windows의 경로로 바꾸어 버렸습니다. \`${name}\` 컨테이너의 \`${target}\` 자리가 아니라 여기에 마운트되어 있습니다: \`${found}\``,
      en: `Git Bash rewrote the path in the container \`${name}\` to one of Windows: mounted is \`${found}\`, not \`${target}\`.`,
    },
    remedy: {
      ko: `지우고 다시 만듭니다. ${shell === 'git-bash' ? '명령 앞의 `MSYS_NO_PATHCONV=1`이 바꾸지 못하게 합니다' : '이 셸에서는 경로가 바뀌지 않습니다. Git Bash를 쓸 때는 명령 앞에 `MSYS_NO_PATHCONV=1`을 붙입니다'}:`,
      en: `Remove it and make it again. ${shell === 'git-bash' ? '`MSYS_NO_PATHCONV=1` before the command stops that' : 'This shell rewrites nothing; in Git Bash, put `MSYS_NO_PATHCONV=1` before the command'}:`,
      commands: [remove, run],
    },
  }),
);
