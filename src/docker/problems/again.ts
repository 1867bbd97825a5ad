import type { CommandLine } from '../../core/shell/command';
import type { Text } from '../../core/text';

/** A container that has to be made again, by its name: the commands that remove it and run it again. */
export type Again = Readonly<{ name: string; remove: CommandLine; run: CommandLine }>;

/** Why a container is made again where the problem says all else. */
export const anew: Text = { ko: '지우고 다시 만듭니다:', en: 'Remove it and make it again:' };

/** A second sentence, about the command that was typed after the image's name; empty when there was none. */
export function typedInstead(typed: string): Text {
  if (!typed) return { ko: '', en: '' };
  return {
    ko: ` 이미지 이름 뒤에 쓴 \`${typed}\` 명령이 이미지의 서버 대신 실행되었습니다.`,
    en: ` What was typed after the image's name, \`${typed}\`, ran in place of the image's own server.`,
  };
}
