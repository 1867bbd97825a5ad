import { changeInFile } from './in-file';
import { shellLine, type Command } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';
import type { Again } from './again';

/** The network of the exercise does not exist; `similar` is the one with a near name that the container is on. */
export const networkMissing = defineProblem(
  'network-missing',
  ({ name, network, similar }: { name: string; network: string } & Maybe<'similar'>) => ({
    message: {
      ko: `\`${network}\` 네트워크가 없어서 \`${name}\` 컨테이너가 연결되어 있지 않습니다.${similar ? ` 지금은 이름이 비슷한 \`${similar}\` 네트워크에 있습니다.` : ''}`,
      en: `There is no network \`${network}\`, so the container \`${name}\` is not on it.${similar ? ` It is on \`${similar}\`, whose name is nearly the same.` : ''}`,
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
  { isStillToDo: () => true, inFile: changeInFile, explained: { similar: '' } },
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

type NotFound = Again & Readonly<Record<'network' | 'found' | 'similar', string>>;

/** A container was made for a network that did not exist, so it never started; `found` is that network, `similar` a near name or empty. */
export const networkNotFound = defineProblem(
  'network-not-found',
  ({ name, network, found, similar, remove, run }: NotFound) => {
    const isRight = found === network;
    const make: Command[] =
      similar === network ? [] : [shellLine`docker network create ${network}`];
    return {
      message: {
        ko: `\`${name}\` 컨테이너를 만들 때 지정한 \`${found}\` 네트워크가 없어서 시작하지 못했습니다.${similar ? ` 비슷한 이름의 \`${similar}\` 네트워크는 있습니다.` : ''}${isRight ? '' : ` 이 실습의 네트워크는 \`${network}\`입니다.`}`,
        en: `The container \`${name}\` was made for the network \`${found}\`, which does not exist, so it could not start.${similar ? ` There is one called \`${similar}\`.` : ''}${isRight ? '' : ` This exercise's network is \`${network}\`.`}`,
      },
      remedy: isRight
        ? {
            ko: '그 이름의 네트워크를 만들고 시작합니다. 네트워크의 이름은 바꿀 수 없습니다:',
            en: 'Create a network of that name, then start the container. A network cannot be renamed:',
            commands: [...make, shellLine`docker start ${name}`],
          }
        : {
            ko: '컨테이너를 지우고 맞는 네트워크로 다시 만듭니다:',
            en: 'Remove the container and make it again on the right network:',
            commands: [...make, remove, run],
          },
    };
  },
  { inFile: changeInFile },
);
