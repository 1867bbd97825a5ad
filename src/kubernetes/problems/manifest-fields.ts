import { shellLine, type Command } from '../../core/shell/command';
import type { Text } from '../../core/text';
import { defineProblem, type Problem, type Remedy } from '../../core/problem';

/** A field that is not as the exercise has it. */
export interface FieldValues {
  readonly [value: string]: string;
  /** The file in the reader's folder, or the object as `kind/name`. */
  readonly place: string;
  /** The line of the file, counted from 1; empty for an object of the cluster. */
  readonly line: string;
  readonly path: string;
  /** As YAML would write it; empty where there is none. */
  readonly found: string;
  readonly wanted: string;
}

const at = (line: string) => ({
  ko: line ? ` 파일의 ${line}번째 줄` : '',
  en: line ? `, line ${line}` : '',
});

function fieldMessage({ place, line, path, found, wanted }: FieldValues): Text {
  return {
    ko: `\`${place}\`${at(line).ko}: \`${path}\` ${found ? `값이 \`${found}\`입니다` : '값이 없습니다'}. \`${wanted}\` 값이어야 합니다.`,
    en: `\`${place}\`${at(line).en}: \`${path}\` is ${found ? `\`${found}\`` : 'missing'}; it should be \`${wanted}\`.`,
  };
}

const apply = (place: string) => [shellLine`kubectl apply -f ${place}`];

function mend({ place, line, wanted }: FieldValues, why: Text, command?: Command): Remedy {
  if (!line) {
    const apply = command ? { commands: [command] } : {};
    return {
      ko: `${why.ko} 파일을 고쳐 다시 적용하거나, 명령으로 고칩니다.`,
      en: `${why.en} Mend the file and apply it again, or change the object.`,
      ...apply,
    };
  }
  return {
    ko: `${why.ko} 그 줄을 \`${wanted}\` 값으로 고쳐 저장하고 다시 적용합니다:`,
    en: `${why.en} Make it \`${wanted}\`, save the file, and apply it again:`,
    commands: apply(place),
  };
}

function fieldProblem(code: string, why: Text, command?: (values: FieldValues) => Command) {
  return defineProblem(code, (values: FieldValues) => ({
    message: fieldMessage(values),
    remedy: mend(values, why, command?.(values)),
  }));
}

/** The problem of a wrong value, by the kind of the field. */
export const fieldWrong = {
  kind: fieldProblem('kind-wrong', {
    ko: '`kind`는 무엇을 만들지 정합니다.',
    en: '`kind` says what is made.',
  }),
  apiVersion: fieldProblem('api-version-wrong', {
    ko: '파드와 서비스는 `v1`, 디플로이먼트는 `apps/v1`입니다.',
    en: 'Pods and Services are of `v1`, Deployments of `apps/v1`.',
  }),
  name: fieldProblem('object-name-wrong', {
    ko: '이름이 다르면 다른 오브젝트가 됩니다.',
    en: 'Another name makes another object.',
  }),
  containerName: fieldProblem('container-name-wrong', {
    ko: '컨테이너의 이름입니다.',
    en: "This is the container's name.",
  }),
  label: fieldProblem('label-wrong', {
    ko: '레이블은 서비스와 디플로이먼트가 파드를 찾는 표시라서 글자 하나까지 같아야 합니다.',
    en: 'Labels are how Services and Deployments find their Pods; every letter counts.',
  }),
  replicas: fieldProblem(
    'replicas-wrong',
    { ko: '`replicas`는 파드의 수입니다.', en: '`replicas` is the number of Pods.' },
    ({ place, wanted }) => shellLine`kubectl scale ${place} --replicas=${wanted}`,
  ),
  image: fieldProblem('pod-image-wrong', {
    ko: '컨테이너를 만드는 이미지의 이름입니다. 철자를 확인합니다.',
    en: "This is the name of the container's image; check its spelling.",
  }),
  type: fieldProblem('service-type-wrong', {
    ko: '클러스터 바깥에서 노드의 포트로 접속하려면 `NodePort`여야 합니다.',
    en: 'Only `NodePort` opens a port of the nodes to the outside.',
  }),
  targetPort: fieldProblem('target-port-wrong', {
    ko: '`targetPort`는 컨테이너가 듣고 있는 포트입니다.',
    en: '`targetPort` is the port on which the container listens.',
  }),
  containerPort: fieldProblem('container-port-wrong', {
    ko: '`containerPort`는 컨테이너 안의 프로그램이 듣고 있는 포트입니다.',
    en: '`containerPort` is the port on which the program in the container listens.',
  }),
  port: fieldProblem('service-port-wrong', {
    ko: '`port`는 클러스터 안에서 서비스에 접속하는 포트이고 `nodePort`는 바깥에서 접속하는 포트입니다.',
    en: '`port` is for clients inside of the cluster, `nodePort` for those outside.',
  }),
  other: fieldProblem('field-wrong', {
    ko: '책의 값과 다릅니다.',
    en: "It is not the book's value.",
  }),
} satisfies Readonly<Record<string, (values: FieldValues) => Problem>>;

/** A number is written as a text. */
export const valueIsText = defineProblem('value-is-text', (values: FieldValues) => ({
  message: fieldMessage(values),
  remedy: mend(values, {
    ko: '따옴표 안의 수는 수가 아니라 글자입니다. 따옴표를 지웁니다.',
    en: 'A number in quotes is a text: remove the quotes.',
  }),
}));

/** The selector of a Deployment does not select the Pods of its template; `found` are the template's labels, `wanted` is the selector. */
export const selectorMismatch = defineProblem('selector-mismatch', (values: FieldValues) => ({
  message: {
    ko: `\`${values.place}\`${at(values.line).ko}: \`selector\`는 \`${values.wanted}\` 파드를 찾는데 \`template\`의 레이블(\`${values.path}\`)은 \`${values.found}\`입니다.`,
    en: `\`${values.place}\`${at(values.line).en}: the \`selector\` looks for \`${values.wanted}\`, and the labels of the \`template\` (\`${values.path}\`) are \`${values.found}\`.`,
  },
  remedy: {
    ko: '디플로이먼트가 자기 파드를 찾도록 두 곳의 레이블을 똑같이 쓰고 다시 적용합니다:',
    en: 'Write the same labels in both places, so that the Deployment finds its Pods, and apply it again:',
    commands: apply(values.place),
  },
}));

/** A field is missing; `similar` is what stands in its place by a slip, or empty; `elsewhere` is where the field stands instead, or empty. */
export const fieldMissing = defineProblem(
  'field-missing',
  (values: FieldValues) => ({
    message: {
      ko: `\`${values.place}\`${at(values.line).ko}: \`${values.path}\` 항목이 없습니다.${said(values).ko}`,
      en: `\`${values.place}\`${at(values.line).en}: \`${values.path}\` is missing.${said(values).en}`,
    },
    remedy: missingRemedy(values),
  }),
  { explained: { similar: '', elsewhere: '' } },
);

function said({ similar = '', elsewhere = '' }: FieldValues): Text {
  if (similar)
    return { ko: ` 비슷한 \`${similar}\` 항목은 있습니다.`, en: ` There is \`${similar}\`.` };
  if (!elsewhere) return { ko: '', en: '' };
  return { ko: ` \`${elsewhere}\` 자리에 있습니다.`, en: ` It stands at \`${elsewhere}\`.` };
}

function missingRemedy({ place, path, wanted, similar, elsewhere }: FieldValues): Remedy {
  const key = path.split('.').at(-1) ?? path;
  if (similar) {
    return {
      ko: `\`${similar}\` 항목의 철자를 고치고(바른 철자: \`${key}\`) 다시 적용합니다:`,
      en: `Spell it \`${key}\`, and apply the file again:`,
      commands: apply(place),
    };
  }
  if (elsewhere) {
    return {
      ko: `들여쓰기를 고쳐 \`${key}\` 항목이 \`${path}\` 자리에 오게 하고 다시 적용합니다:`,
      en: `Indent \`${key}\` so that it stands at \`${path}\`, and apply the file again:`,
      commands: apply(place),
    };
  }
  if (/^[[{]/.test(wanted)) {
    return {
      ko: `그 자리에 \`${key}:\` 항목과 그 아래 줄들을 써넣고 다시 적용합니다:`,
      en: `Write \`${key}:\` and what belongs under it there, and apply the file again:`,
      commands: apply(place),
    };
  }
  return {
    ko: `\`${key}: ${wanted}\` 항목을 써넣고 다시 적용합니다:`,
    en: `Write \`${key}: ${wanted}\` there, and apply the file again:`,
    commands: apply(place),
  };
}

/** A list is written without its dashes. */
export const listExpected = defineProblem('list-expected', (values: FieldValues) => ({
  message: {
    ko: `\`${values.place}\`${at(values.line).ko}: \`${values.path}\` 아래는 목록이어야 합니다.`,
    en: `\`${values.place}\`${at(values.line).en}: what stands under \`${values.path}\` has to be a list.`,
  },
  remedy: {
    ko: '첫 항목 앞에 `- `를 붙이고 나머지 줄을 그 글자에 맞춰 들여 쓴 뒤 다시 적용합니다:',
    en: 'Put `- ` before its first line, indent the others to match, and apply the file again:',
    commands: apply(values.place),
  },
}));
