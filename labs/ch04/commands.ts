import { commandAnswers } from '../../src/docker/checks/command-answers';
import type { DockerProbe } from '../lab';

const commands = ['docker version', 'docker ps -a', 'docker image ls'];

/** 4-02: the first commands. */
export const firstCommands: DockerProbe = {
  id: 'ch04-commands',
  section: '4-02',
  title: { ko: '도커 명령어 입력해 보기', en: 'The first docker commands' },
  platform: 'machine',
  of: 'docker',
  commands,
  task: commands.map((command) => ({
    ko: `터미널에 \`${command}\` 명령을 입력합니다.`,
    en: `Type \`${command}\` in the terminal.`,
  })),
  hint: {
    ko: '명령은 `docker` 다음에 무엇을(`image`), 어떻게(`ls`) 순서로 씁니다.',
    en: 'A command names what (`image`) and then how (`ls`) after `docker`.',
  },
  checks: commands.map(commandAnswers),
};
