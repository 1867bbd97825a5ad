import { defineProblem } from '../../core/problem';
import { shellLine } from '../../core/shell/command';
import type { Text } from '../../core/text';

/** The file is not valid YAML, and no way to mend it was found; `cause` is the kind of slip. */
export const manifestUnreadable = defineProblem(
  'manifest-unreadable',
  ({ file, line, text }: Record<'file' | 'line' | 'text' | 'cause', string>) => ({
    message: {
      ko: `\`${file}\` 파일의 ${line}번째 줄이 YAML 문법에 맞지 않습니다: \`${text}\``,
      en: `Line ${line} of \`${file}\` is not valid YAML: \`${text}\``,
    },
    remedy: {
      ko: '그 줄과 앞뒤의 줄을 맞는 내용과 비교해 고칩니다.',
      en: 'Compare that line and those around it with what the file has to say.',
    },
  }),
);

/** The file describes an object that belongs in another file, `proper`. */
export const manifestOtherObject = defineProblem(
  'manifest-other-object',
  ({ file, found, wanted, proper }: Record<'file' | 'found' | 'wanted' | 'proper', string>) => ({
    message: {
      ko: `\`${file}\` 파일에 다른 오브젝트(\`${found}\`)의 내용이 있습니다. 이 파일은 \`${wanted}\` 오브젝트를 만드는 파일입니다.`,
      en: `\`${file}\` describes \`${found}\`; it is the file of \`${wanted}\`.`,
    },
    remedy: {
      ko: `지금 내용은 \`${proper}\` 파일에 두고, 이 파일에는 제 내용을 씁니다.`,
      en: `Keep what it says in \`${proper}\`, and write its own object into it.`,
    },
  }),
);

/** The server does not accept the file. */
export const manifestRefused = defineProblem(
  'manifest-refused',
  ({ file, said: words }: Record<'file' | 'said', string>) => ({
    message: {
      ko: `클러스터가 \`${file}\` 파일을 받아들이지 않습니다: ${words}`,
      en: `The cluster does not accept \`${file}\`: ${words}`,
    },
    remedy: {
      ko: '메시지에 나온 항목을 고치고, 적용하지 않고 시험해 봅니다:',
      en: 'Mend what it names, and try it without applying it:',
      commands: [shellLine`kubectl apply --dry-run=server -f ${file}`],
    },
  }),
);

/** The file is right, and the cluster does not have what it says; `command` is what changes that. */
export const notApplied = defineProblem(
  'not-applied',
  ({ file, object, namespace, command, fixed }: NotApplied) => ({
    message: {
      ko: `\`${file}\` 파일은 맞지만 아직 적용되지 않았습니다. \`${namespace}\` 네임스페이스의 \`${object}\`에 그 내용이 없습니다.${fixed ? ` ${fixedParts[fixed]?.ko ?? ''}` : ''}`,
      en: `The file \`${file}\` is right and not applied: \`${object}\` in the namespace \`${namespace}\` is not as it says.${fixed ? ` ${fixedParts[fixed]?.en ?? ''}` : ''}`,
    },
    remedy: fixed
      ? {
          ko: '지우고 파일대로 다시 만듭니다. 실행 중인 파드도 새로 만들어집니다:',
          en: 'Replace it: it is removed and made again as the file says, with new Pods:',
          commands: [command],
        }
      : { ko: '적용합니다:', en: 'Apply it:', commands: [command] },
  }),
  { isStillToDo: ({ fixed }) => !fixed, explained: { fixed: undefined } },
);

type NotApplied = Record<'file' | 'object' | 'namespace' | 'command', string> & {
  /** What of the object cannot be changed while it lives, where that is what differs. */
  readonly fixed?: 'selector' | 'pod' | undefined;
};

const fixedParts: Readonly<Record<'selector' | 'pod', Text>> = {
  selector: {
    ko: '디플로이먼트의 셀렉터(selector)는 만든 뒤에 바꿀 수 없어서 `kubectl apply`로는 고쳐지지 않습니다(field is immutable).',
    en: 'The selector of a Deployment cannot be changed once it is made, so `kubectl apply` fails (field is immutable).',
  },
  pod: {
    ko: '파드는 만든 뒤에 거의 바꿀 수 없습니다.',
    en: 'Most of a Pod cannot be changed once it is made.',
  },
};
