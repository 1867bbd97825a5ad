import { changeInFile } from './in-file';
import { shellLine } from '../../core/shell/command';
import { defineProblem } from '../../core/problem';

/** The network of the exercise does not exist. */
export const networkMissing = defineProblem(
  'network-missing',
  ({ name, network }: { name: string; network: string }) => ({
    message: {
      ko: `\`${network}\` 네트워크가 없어서 \`${name}\` 컨테이너가 연결되어 있지 않습니다.`,
      en: `There is no network \`${network}\`, so the container \`${name}\` is not on it.`,
    },
    remedy: {
      ko: '네트워크를 만들고 컨테이너를 연결합니다:',
      en: 'Create the network and connect the container:',
      commands: [
        shellLine`docker network create ${network}`,
        shellLine`docker network connect ${network} ${name}`,
      ],
    },
  }),
  { isStillToDo: () => true, inFile: changeInFile },
);

/** The container is on other networks only. */
export const notOnNetwork = defineProblem(
  'network-wrong',
  ({ name, network, found }: { name: string; network: string; found: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너를 \`${network}\` 네트워크에 연결해야 하는데 지금은 \`${found}\` 네트워크에 있습니다.`,
      en: `The container \`${name}\` should be on the network \`${network}\`, and is on \`${found}\`.`,
    },
    remedy: {
      ko: '컨테이너를 연결합니다:',
      en: 'Connect the container:',
      commands: [shellLine`docker network connect ${network} ${name}`],
    },
  }),
  { inFile: changeInFile },
);
