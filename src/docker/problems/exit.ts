import { shellLine, type CommandLine } from '../../core/shell/command';
import { defineProblem, type FileWay, type Maybe, type Remedy } from '../../core/problem';
import type { Text } from '../../core/text';
import type { Again } from './again';
import { changeInFile } from './in-file';

type Typed = Again & Readonly<Record<'typed' | 'wanted' | 'log', string>>;

/** A server ended at an option that it does not know; `wanted` is the one that is meant, or empty. */
export const serverOptionUnknown = defineProblem(
  'server-option-unknown',
  (values: Typed) => ({
    message: {
      ko: `\`${values.name}\` 컨테이너의 서버가 모르는 옵션이 있어 바로 멈췄습니다: \`${values.typed}\`.${meant(values).ko} 로그: ${values.log}`,
      en: `The server of the container \`${values.name}\` exited at once, because it does not know the option \`${values.typed}\`.${meant(values).en} Its log: ${values.log}`,
    },
    remedy: typedAnew(values),
  }),
  { inFile: correctInFile },
);

/** A server ended at a value that it does not know; `wanted` is the one that is meant, or empty. */
export const serverValueUnknown = defineProblem(
  'server-value-unknown',
  (values: Typed) => ({
    message: {
      ko: `\`${values.name}\` 컨테이너의 서버가 모르는 값이 있어 바로 멈췄습니다: \`${values.typed}\`.${meant(values).ko} 로그: ${values.log}`,
      en: `The server of the container \`${values.name}\` exited at once, because it does not know the value \`${values.typed}\`.${meant(values).en} Its log: ${values.log}`,
    },
    remedy: typedAnew(values),
  }),
  { inFile: correctInFile },
);

function meant({ wanted }: Typed): Text {
  return wanted
    ? { ko: ` 맞는 철자: \`${wanted}\`.`, en: ` It is spelt \`${wanted}\`.` }
    : { ko: '', en: '' };
}

function typedAnew({ wanted, remove, run }: Typed): Remedy {
  return {
    ko: `지우고 ${wanted ? '철자를 고쳐' : '그 옵션 없이'} 다시 실행합니다:`,
    en: `Remove it and run it ${wanted ? 'with the right spelling' : 'without that option'}:`,
    commands: [remove, run],
  };
}

function correctInFile(way: FileWay, { typed, wanted }: Typed): Remedy {
  if (!wanted) return changeInFile(way);
  const { file, service, apply } = way;
  return {
    ko: `\`${file}\` 파일의 \`${service}\` 서비스에서 \`${typed}\` 부분을 이렇게 고치고(\`${wanted}\`) 다시 실행합니다:`,
    en: `In \`${file}\`, write \`${wanted}\` instead of \`${typed}\` at the service \`${service}\`, and start it again:`,
    commands: [apply],
  };
}

type OtherVersion = Again & Readonly<Record<'log' | 'volume' | 'made' | 'image', string>>;

/** A database server cannot read the data in its volume, since another version or another server made them; `made` is the image that did, or empty. */
export const volumeOfOtherVersion = defineProblem(
  'volume-of-other-version',
  ({ name, log, volume, made, image, remove, run }: OtherVersion) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 서버(\`${image}\`)가 읽을 수 없는 데이터가 \`${volume}\` 볼륨에 있습니다. ${made ? `\`${made}\` 서버에서 만든 데이터입니다.` : '다른 버전이나 다른 종류의 데이터베이스 서버에서 만든 데이터입니다.'} 로그: ${log}`,
      en: `The server of the container \`${name}\` (\`${image}\`) cannot read the data in the volume \`${volume}\`. ${made ? `\`${made}\` has made them.` : 'Another version or another kind of database server has made them.'} Its log: ${log}`,
    },
    remedy: {
      ko: `데이터가 필요 없으면 볼륨을 지우고 다시 실행합니다. 볼륨의 데이터도 지워집니다. ${keepData(made).ko}`,
      en: `If you do not need the data, remove the volume and run the container again: the data in it go, too. ${keepData(made).en}`,
      commands: [remove, shellLine`docker volume rm ${volume}`, run],
    },
  }),
  {
    inFile: ({ apply }, { volume, made, remove }) => ({
      ko: `데이터가 필요 없으면 컨테이너와 볼륨을 지우고 다시 실행합니다. 볼륨의 데이터도 지워집니다. ${keepData(made).ko}`,
      en: `If you do not need the data, remove the container and the volume, and start it again: the data in it go, too. ${keepData(made).en}`,
      commands: [remove, shellLine`docker volume rm ${volume}`, apply],
    }),
  },
);

type HalfMade = Again & Readonly<Record<'log' | 'volume', string>>;

/** The first start of a database was cut off while it made its data, and every later one refuses what is in the volume. */
export const volumeHalfMade = defineProblem(
  'volume-half-made',
  ({ name, log, volume, remove, run }: HalfMade) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 데이터베이스가 처음 시작하다가 끊겨서 \`${volume}\` 볼륨의 데이터가 만들다 만 상태입니다. 로그: ${log}`,
      en: `The first start of the database in \`${name}\` was cut off, so the data in the volume \`${volume}\` are only half made. Its log: ${log}`,
    },
    remedy: { ...withoutVolume, commands: [remove, shellLine`docker volume rm ${volume}`, run] },
  }),
  {
    inFile: ({ apply }, { volume, remove }) => ({
      ...withoutVolume,
      commands: [remove, shellLine`docker volume rm ${volume}`, apply],
    }),
  },
);

const withoutVolume: Text = {
  ko: '컨테이너와 볼륨을 지우고 다시 실행합니다. 볼륨에 있는 것도 지워집니다:',
  en: 'Remove the container and the volume with what is in it, and start again:',
};

function keepData(made: string): Text {
  return made
    ? {
        ko: `데이터를 남겨야 하면 지우지 말고 \`${made}\` 이미지로 바꾸어 실행합니다:`,
        en: `To keep the data, do not remove it, and use the image \`${made}\` instead:`,
      }
    : {
        ko: '데이터를 남겨야 하면 지우지 말고 전에 쓰던 이미지로 바꾸어 실행합니다:',
        en: 'To keep the data, do not remove it, and use the image of before instead:',
      };
}

type OutOfMemory = Again & Readonly<Record<'had' | 'limit', string>> & Maybe<'needed'>;

/** The system ended a container for want of memory; `limit` is the container's own in megabytes, or empty, `had` what there was. */
export const outOfMemory = defineProblem(
  'out-of-memory',
  (values: OutOfMemory) => ({
    message: {
      ko: `\`${values.name}\` 컨테이너가 메모리가 모자라 강제로 끝났습니다. ${values.limit ? `이 컨테이너에 정한 제한: ${values.limit} MB` : `도커 엔진에 있는 메모리: ${values.had} MB`}.${values.needed ? ` 이 이미지에 필요한 메모리: 약 ${values.needed} MB.` : ''}`,
      en: `The container \`${values.name}\` ran out of memory and was killed. ${values.limit ? `Its own limit: ${values.limit} MB` : `The Docker Engine has ${values.had} MB`}.${values.needed ? ` This image needs about ${values.needed} MB.` : ''}`,
    },
    remedy: values.limit
      ? {
          ko: '지우고 메모리 제한(`--memory`) 없이 다시 만듭니다:',
          en: 'Remove it and make it again without a limit (`--memory`):',
          commands: [values.remove, values.run],
        }
      : moreMemory(values),
  }),
  { inFile: memoryInFile },
);

function moreMemory({ remove, run }: Pick<Again, 'remove'> & { run: CommandLine }): Remedy {
  return {
    ko: '무엇이 메모리를 쓰는지 보고(첫째 줄) 필요 없는 컨테이너를 멈춘 뒤, 지우고 다시 만듭니다. Docker Desktop이라면 Settings > Resources > Memory에서 늘립니다. 가상 머신이라면 메모리가 더 큰 것을 씁니다:',
    en: 'See what uses the memory (first line), stop the containers that you do not need, then remove this one and make it again. In Docker Desktop, Settings > Resources > Memory gives more; a virtual machine needs to be a larger one:',
    commands: ['docker stats --no-stream', remove, run],
  };
}

function memoryInFile(way: FileWay, { limit, remove }: OutOfMemory): Remedy {
  const { file, service, apply } = way;
  if (!limit) return moreMemory({ remove, run: apply });
  return {
    ko: `\`${file}\` 파일의 \`${service}\` 서비스에서 메모리 제한(\`mem_limit\`)을 지우고 다시 실행합니다:`,
    en: `In \`${file}\`, take the memory limit (\`mem_limit\`) out of the service \`${service}\`, and start it again:`,
    commands: [apply],
  };
}
