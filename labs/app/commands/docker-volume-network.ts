import { commandOf } from '../../../src/core/shell/command';
import type { CommandGroup } from './entry';

/** `docker volume`: what is done with volumes. */
export const dockerVolume: CommandGroup = {
  id: 'volume',
  title: { ko: '볼륨 (docker volume)', en: 'Volumes (docker volume)' },
  entries: [
    {
      name: 'docker volume create',
      does: { ko: '볼륨을 만듭니다.', en: 'Makes a volume.' },
      example: { lab: 'ch06-volume-mount', begins: 'docker volume create' },
      words: '생성 만들기',
    },
    {
      name: 'docker volume ls',
      also: ['docker volume list'],
      does: { ko: '볼륨의 목록을 봅니다.', en: 'Lists the volumes.' },
      example: commandOf('docker', 'volume', 'ls'),
      words: '목록 확인',
    },
    {
      name: 'docker volume inspect',
      does: { ko: '볼륨의 자세한 정보를 봅니다.', en: 'Shows all about a volume.' },
      example: commandOf('docker', 'volume', 'inspect', 'apa000vol1'),
      words: '상세 정보 위치',
    },
    {
      name: 'docker volume rm',
      also: ['docker volume remove'],
      does: {
        ko: '볼륨을 삭제합니다. 안에 있는 데이터도 사라집니다.',
        en: 'Removes a volume with the data in it.',
      },
      example: commandOf('docker', 'volume', 'rm', 'apa000vol1'),
      words: '지우기 제거 delete remove',
    },
    {
      name: 'docker volume prune',
      does: {
        ko: '컨테이너가 쓰지 않는 볼륨을 삭제합니다. 데이터도 사라집니다.',
        en: 'Removes volumes that no container uses, with their data.',
      },
      options: [
        {
          flags: '-a, --all',
          since: 23,
          does: { ko: '이름 있는 볼륨까지 삭제합니다.', en: 'Removes those with a name too.' },
        },
      ],
      example: commandOf('docker', 'volume', 'prune'),
      changed: {
        ko: 'Docker Engine 23.0부터 `-a` 옵션이 없으면 이름 없는 볼륨만 삭제합니다.',
        en: 'Since Docker Engine 23.0 it removes only volumes without a name, unless `-a` is given.',
      },
      words: '정리 지우기',
    },
  ],
};

/** `docker network`: what is done with networks. */
export const dockerNetwork: CommandGroup = {
  id: 'network',
  title: { ko: '네트워크 (docker network)', en: 'Networks (docker network)' },
  entries: [
    {
      name: 'docker network create',
      does: {
        ko: '네트워크를 만듭니다. 같은 네트워크의 컨테이너는 이름으로 서로를 찾습니다.',
        en: 'Makes a network. Containers on one network find each other by their names.',
      },
      example: { lab: 'ch05-wordpress-mysql', begins: 'docker network create' },
      words: '생성 만들기',
    },
    {
      name: 'docker network ls',
      also: ['docker network list'],
      does: { ko: '네트워크의 목록을 봅니다.', en: 'Lists the networks.' },
      example: commandOf('docker', 'network', 'ls'),
      words: '목록 확인',
    },
    {
      name: 'docker network inspect',
      does: {
        ko: '네트워크의 자세한 정보와 연결된 컨테이너를 봅니다.',
        en: 'Shows all about a network, and which containers are on it.',
      },
      example: commandOf('docker', 'network', 'inspect', 'wordpress000net1'),
      words: '상세 정보',
    },
    {
      name: 'docker network connect',
      does: {
        ko: '이미 있는 컨테이너를 네트워크에 연결합니다.',
        en: 'Puts a container that is there on a network.',
      },
      example: commandOf('docker', 'network', 'connect', 'wordpress000net1', 'mysql000ex11'),
      words: '연결',
    },
    {
      name: 'docker network disconnect',
      does: {
        ko: '컨테이너를 네트워크에서 뗍니다(연결 끊기).',
        en: 'Takes a container off a network.',
      },
      example: commandOf('docker', 'network', 'disconnect', 'wordpress000net1', 'mysql000ex11'),
      words: '연결 해제',
    },
    {
      name: 'docker network rm',
      also: ['docker network remove'],
      does: { ko: '네트워크를 삭제합니다.', en: 'Removes a network.' },
      example: commandOf('docker', 'network', 'rm', 'wordpress000net1'),
      words: '지우기 제거 delete remove',
    },
    {
      name: 'docker network prune',
      does: {
        ko: '컨테이너가 쓰지 않는 네트워크를 모두 삭제합니다.',
        en: 'Removes every network that no container uses.',
      },
      example: commandOf('docker', 'network', 'prune'),
      words: '정리 지우기',
    },
  ],
};
