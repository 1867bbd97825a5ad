import { defineProblem } from '../../core/problem';
import type { CommandLine } from '../../core/shell/command';
import { anew, type Again } from './again';
import { changeInFile } from './in-file';

/** No port of the container is published. */
export const portNotPublished = defineProblem(
  'port-not-published',
  ({ name, wanted, remove, run }: Again & { wanted: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너에 연결된 포트가 없습니다. \`${wanted}\` 연결이 필요합니다(호스트:컨테이너).`,
      en: `The container \`${name}\` publishes no port; it needs \`${wanted}\` (host:container).`,
    },
    remedy: {
      ko: `포트는 만들 때만 정할 수 있으니 지우고 다시 만듭니다:`,
      en: `Ports are set at creation, so make it again:`,
      commands: [remove, run],
    },
  }),
  { inFile: changeInFile },
);

/** Ports are published, and the wanted host port is not among them. */
export const portWrong = defineProblem(
  'port-wrong',
  ({ name, wanted, found, remove, run }: Again & { wanted: string; found: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 포트가 \`${wanted}\`이어야 하는데 지금은 \`${found}\`입니다(호스트:컨테이너).`,
      en: `The container \`${name}\` should publish \`${wanted}\`, and publishes \`${found}\` (host:container).`,
    },
    remedy: { ...anew, commands: [remove, run] },
  }),
  { inFile: changeInFile },
);

type Swapped = Readonly<Record<'containers' | 'found' | 'wanted', string>> &
  Readonly<Record<'remove' | 'run' | 'second', CommandLine>> & { readonly third?: CommandLine };

/** Containers have each other's host ports. */
export const portsSwapped = defineProblem(
  'ports-swapped',
  ({ containers, found, wanted, remove, run, second, third }: Swapped) => ({
    message: {
      ko: `컨테이너들의 호스트 포트가 서로 바뀌었습니다: ${containers}. 있어야 할 포트: ${wanted}. 지금 포트: ${found}.`,
      en: `These containers have each other's host ports: ${containers}. They should publish ${wanted}, and publish ${found}.`,
    },
    remedy: {
      ko: '포트는 만들 때만 정할 수 있으니 먼저 모두 지우고 다시 만듭니다:',
      en: 'Ports are set at creation. Remove all of them first, then make them again:',
      commands: [remove, run, second, ...(third ? [third] : [])],
    },
  }),
  { inFile: changeInFile },
);
