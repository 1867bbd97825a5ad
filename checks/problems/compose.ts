import { composeCommand } from '../../labs/compose-place';
import { defineProblem } from './problem';

/** No Compose file stands where the exercise wants it. */
export const fileMissing = defineProblem('compose-file-missing', ({ file }: { file: string }) => ({
  message: {
    ko: `Compose 파일이 없습니다: ${file}`,
    en: `There is no Compose file: ${file}`,
  },
  remedy: {
    ko: '그 자리에 파일을 만듭니다. 다른 폴더에 있다면 --dir 옵션으로 알려 줍니다.',
    en: 'Write it there. If it stands in another folder, name that folder with --dir.',
  },
}));

/** Compose cannot read the file; `line` is where, or empty. */
export const fileUnreadable = defineProblem(
  'compose-file-unreadable',
  ({ file, line, text, said }: { file: string; line: string; text: string; said: string }) => ({
    message: {
      ko: `Compose가 파일을 읽지 못합니다: ${file}${line ? ` ${line}번째 줄 \`${text}\`` : ''}. 메시지: ${said}`,
      en: `Compose cannot read ${file}${line ? `, line ${line}: \`${text}\`` : ''}. It says: ${said}`,
    },
    remedy: {
      ko: '그 줄과 바로 윗줄의 들여쓰기(탭이 아니라 빈칸)와 콜론 뒤의 빈칸을 확인합니다.',
      en: 'Look at that line and the one above: indent with spaces, not tabs, and put a space after each colon.',
    },
  }),
);

/** An option that Compose does not know. */
export const optionUnknown = defineProblem(
  'compose-option-unknown',
  ({
    file,
    place,
    option,
    similar,
  }: {
    file: string;
    place: string;
    option: string;
    similar: string;
  }) => ({
    message: {
      ko: `${file} 파일의 \`${place}\` 아래에 Compose가 모르는 항목 \`${option}\`이 있습니다.`,
      en: `In ${file}, \`${option}\` under \`${place}\` is nothing that Compose knows.`,
    },
    remedy: similar
      ? {
          ko: `\`${similar}\`의 오타인지 확인합니다.`,
          en: `Is it a typing error for \`${similar}\`?`,
        }
      : {
          ko: '철자와 들여쓰기를 확인합니다.',
          en: 'Check its spelling and its indentation.',
        },
  }),
);

/** A service of the exercise is not in the file. */
export const serviceMissing = defineProblem(
  'compose-service-missing',
  ({ file, service, found }: { file: string; service: string; found: string }) => ({
    message: {
      ko: `${file} 파일에 \`${service}\` 서비스가 없습니다. 지금 있는 서비스: ${found || '없음'}`,
      en: `${file} has no service \`${service}\`; it has: ${found || 'none'}`,
    },
    remedy: {
      ko: `services 아래에 \`${service}\` 항목을 만듭니다.`,
      en: `Write \`${service}\` under services.`,
    },
  }),
);

/** A setting of a service differs from the exercise's. */
export const settingWrong = defineProblem(
  'compose-setting-wrong',
  ({
    service,
    setting,
    wanted,
    found,
  }: {
    service: string;
    setting: string;
    wanted: string;
    found: string;
  }) => ({
    message: {
      ko: `\`${service}\` 서비스의 \`${setting}\` 값이 \`${wanted}\`이어야 하는데 지금은 \`${found || '없음'}\`입니다.`,
      en: `In the service \`${service}\`, \`${setting}\` should be \`${wanted}\`, and is \`${found || 'missing'}\`.`,
    },
    remedy: {
      ko: `\`${service}\` 아래의 \`${setting}\` 부분을 고칩니다.`,
      en: `Mend \`${setting}\` under \`${service}\`.`,
    },
  }),
);

/** A network or volume of the exercise is not declared at the top of the file. */
export const declarationMissing = defineProblem(
  'compose-declaration-missing',
  ({ file, kind, name }: { file: string; kind: string; name: string }) => ({
    message: {
      ko: `${file} 파일의 맨 바깥 \`${kind}\` 항목에 \`${name}\`이 없습니다.`,
      en: `${file} does not declare \`${name}\` under \`${kind}\` at the top level.`,
    },
    remedy: {
      ko: `맨 바깥 \`${kind}:\` 아래에 \`${name}:\` 줄을 씁니다.`,
      en: `Write \`${name}:\` under \`${kind}:\` at the top level.`,
    },
  }),
);

/** The container runs, and not under Compose. */
export const notUnderCompose = defineProblem('not-under-compose', ({ name }: { name: string }) => ({
  message: {
    ko: `\`${name}\` 컨테이너가 실행 중이지만 Compose로 실행한 것이 아닙니다.`,
    en: `The container \`${name}\` runs, but it was not started by Compose.`,
  },
  remedy: {
    ko: '지우고 Compose로 실행합니다:',
    en: 'Remove it and start it with Compose:',
    commands: [`docker rm -f ${name}`, composeCommand('up', '-d').join(' ')],
  },
}));

/** A container of the service is still there. */
export const stillUp = defineProblem(
  'service-still-there',
  ({ name, container, state }: { name: string; container: string; state: string }) => ({
    message: {
      ko: `\`${name}\` 서비스의 컨테이너 \`${container}\`이(가) 아직 남아 있습니다(${state}).`,
      en: `The container \`${container}\` of the service \`${name}\` is still there (${state}).`,
    },
    remedy: {
      ko: 'Compose로 정리합니다(멈추기만 하는 stop이 아니라 down입니다):',
      en: 'Take it down with Compose (down, not stop):',
      commands: [composeCommand('down').join(' ')],
    },
  }),
);

/** The network is still there. */
export const networkLeft = defineProblem(
  'network-still-there',
  ({ network, found }: { network: string; found: string }) => ({
    message: {
      ko: `\`${network}\` 네트워크가 \`${found}\`(이)라는 이름으로 아직 남아 있습니다.`,
      en: `The network \`${network}\` is still there, as \`${found}\`.`,
    },
    remedy: {
      ko: 'Compose로 정리합니다:',
      en: 'Take it down with Compose:',
      commands: [composeCommand('down').join(' ')],
    },
  }),
);

/** The volume is gone, and the history does not show that somebody removed it. */
export const volumeLost = defineProblem('volume-lost', ({ volume }: { volume: string }) => ({
  message: {
    ko: `\`${volume}\` 볼륨이 없습니다. \`down\`은 볼륨을 남겨 두어야 합니다.`,
    en: `The volume \`${volume}\` is gone; \`down\` should have kept it.`,
  },
  remedy: {
    ko: '처음부터 다시 하려면:',
    en: 'To begin anew:',
    commands: ['dkkb up ch07-compose-down'],
  },
}));
