import { commandOf } from '../../../src/core/shell/command';
import type { CommandGroup } from './entry';

/** What concerns Docker as a whole, registries, and many machines. */
export const dockerOther: CommandGroup = {
  id: 'docker',
  title: { ko: '그 밖의 docker 명령', en: 'Other docker commands' },
  entries: [
    {
      name: 'docker version',
      does: {
        ko: '클라이언트와 엔진의 버전을 봅니다.',
        en: 'Shows the versions of the client and the engine.',
      },
      example: { lab: 'ch03-terminal', begins: 'docker version' },
      words: '버전 확인',
    },
    {
      name: 'docker system info',
      also: ['docker info'],
      does: { ko: '엔진의 상태를 봅니다.', en: 'Shows the state of the engine.' },
      example: commandOf('docker', 'info'),
    },
    {
      name: 'docker system df',
      does: {
        ko: '이미지, 컨테이너, 볼륨이 쓰는 디스크 크기를 봅니다.',
        en: 'Shows how much disk images, containers and volumes take.',
      },
      example: commandOf('docker', 'system', 'df'),
      words: '용량 공간',
    },
    {
      name: 'docker system prune',
      does: {
        ko: '멈춘 컨테이너, 쓰지 않는 네트워크, 이름 없는 이미지, 빌드 캐시를 한꺼번에 삭제합니다.',
        en: 'Removes stopped containers, unused networks, images without a name and the build cache at once.',
      },
      options: [
        {
          flags: '-a, --all',
          does: {
            ko: '쓰지 않는 이미지를 모두 삭제합니다.',
            en: 'Removes every unused image.',
          },
        },
        {
          flags: '--volumes',
          does: {
            ko: '이름 없는 볼륨도 삭제합니다.',
            en: 'Removes volumes without a name too.',
          },
        },
      ],
      example: commandOf('docker', 'system', 'prune'),
      words: '정리 청소 전부 지우기',
    },
    {
      name: 'docker login',
      does: { ko: '레지스트리에 로그인합니다.', en: 'Logs in to a registry.' },
      example: commandOf('docker', 'login'),
      words: '로그인 비밀번호 계정 도커 허브',
    },
    {
      name: 'docker logout',
      does: { ko: '레지스트리에서 로그아웃합니다.', en: 'Logs out of a registry.' },
      example: commandOf('docker', 'logout'),
      words: '로그아웃 도커 허브',
    },
    {
      name: 'docker search',
      does: { ko: '도커 허브에서 이미지를 찾습니다(검색).', en: 'Looks for images on Docker Hub.' },
      example: commandOf('docker', 'search', 'httpd'),
      words: '검색 찾기',
    },
    {
      name: 'docker context ls',
      does: {
        ko: '어느 엔진에 연결되는지 봅니다(컨텍스트 목록).',
        en: 'Lists the engines that the client can use (contexts).',
      },
      example: commandOf('docker', 'context', 'ls'),
    },
    {
      name: 'docker swarm init',
      does: {
        ko: '여러 컴퓨터를 묶는 스웜을 시작합니다. `docker node`, `docker service`, `docker stack`, `docker secret`은 스웜에서만 씁니다.',
        en: 'Begins a swarm of several machines. `docker node`, `docker service`, `docker stack` and `docker secret` are for a swarm only.',
      },
      example: commandOf('docker', 'swarm', 'init'),
      words: '스웜 오케스트레이션',
    },
    {
      name: 'docker plugin ls',
      does: { ko: '엔진의 플러그인 목록을 봅니다.', en: "Lists the engine's plugins." },
      example: commandOf('docker', 'plugin', 'ls'),
      words: '플러그인',
    },
    {
      name: 'docker checkpoint ls',
      does: {
        ko: '컨테이너의 체크포인트 목록을 봅니다. 엔진에서 실험 기능을 켜야 동작합니다.',
        en: 'Lists the checkpoints of a container; the experimental features of the engine have to be on.',
      },
      example: commandOf('docker', 'checkpoint', 'ls', 'apa000ex2'),
      words: '체크포인트',
    },
  ],
};
