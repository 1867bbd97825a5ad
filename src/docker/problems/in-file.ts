import type { FileWay, Remedy } from '../../core/problem';

/** What to do where Compose has not started a service of the file. */
export function startInFile({ apply }: FileWay): Remedy {
  return { ko: 'Compose로 실행합니다:', en: 'Start it with Compose:', commands: [apply] };
}

/** What to do where a service was started otherwise than it should be. */
export function changeInFile({ file, service, apply }: FileWay): Remedy {
  return {
    ko: `\`${file}\` 파일의 \`${service}\` 서비스를 고치고 다시 실행합니다:`,
    en: `Mend the service \`${service}\` in \`${file}\`, and start it again:`,
    commands: [apply],
  };
}

/** What to do where MySQL refuses the book's argument. */
export function withoutArgument({ file, service, apply }: FileWay): Remedy {
  return {
    ko: `\`${file}\` 파일의 \`${service}\` 서비스에서 \`command\`의 \`--default-authentication-plugin\` 부분을 지우고 다시 실행합니다:`,
    en: `In \`${file}\`, take \`--default-authentication-plugin\` out of the \`command\` of the service \`${service}\`, and start it again:`,
    commands: [apply],
  };
}
