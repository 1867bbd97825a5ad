import type { CommandGroup, FromLab } from './entry';

const inFile = (begins: string): FromLab => ({ lab: 'ch07-compose-file', begins });

/** The names in a Compose file. */
export const composeFile: CommandGroup = {
  id: 'compose-file',
  title: { ko: '컴포즈 파일에 쓰는 항목', en: 'Names in a Compose file' },
  entries: [
    {
      name: 'services:',
      does: { ko: '컨테이너로 실행할 서비스들', en: 'The services, each run as a container.' },
      example: 'services:',
      changed: {
        ko: '책의 파일 첫 줄 `version: "3"`은 Compose 2에서 필요 없습니다. 쓰면 무시하고 경고가 나옵니다.',
        en: 'The first line of the book, `version: "3"`, is obsolete in Compose 2: it is ignored, with a warning.',
      },
      words: '서비스 version 버전 yaml',
    },
    {
      name: 'image:',
      does: { ko: '쓸 이미지', en: 'The image.' },
      example: inFile('image:'),
      changed: {
        ko: '책의 `mysql:5.7`은 2023년 10월에 지원이 끝났고 arm64(애플 실리콘 등)용 이미지가 없습니다.',
        en: "The book's `mysql:5.7` reached its end of life in October 2023 and has no arm64 image (Apple silicon and others).",
      },
    },
    {
      name: 'networks:',
      does: { ko: '연결할 네트워크', en: 'The networks that it is on.' },
      example: inFile('networks:'),
    },
    {
      name: 'volumes:',
      does: { ko: '마운트할 볼륨이나 폴더', en: 'The volumes or folders that it mounts.' },
      example: inFile('volumes:'),
      words: '스토리지 저장',
    },
    {
      name: 'ports:',
      does: {
        ko: '연결할 포트(`호스트 포트:컨테이너 포트`)',
        en: 'The ports, as `host port:container port`.',
      },
      example: inFile('ports:'),
    },
    {
      name: 'environment:',
      does: { ko: '환경 변수', en: 'Environment variables.' },
      example: inFile('environment:'),
      words: '비밀번호',
    },
    {
      name: 'depends_on:',
      does: { ko: '먼저 시작할 서비스', en: 'The services that start first.' },
      example: 'depends_on:\n  - mysql000ex11',
      words: '의존 순서',
    },
    {
      name: 'restart:',
      does: {
        ko: '컨테이너가 끝났을 때 다시 시작할지: no, always, on-failure, unless-stopped',
        en: 'Whether it is started again when it ends: no, always, on-failure, unless-stopped.',
      },
      example: inFile('restart:'),
      words: '재시작',
    },
    {
      name: 'command:',
      does: { ko: '시작할 때 실행할 명령', en: 'The command with which it begins.' },
      example: 'command: --character-set-server=utf8mb4',
    },
    {
      name: 'container_name:',
      does: { ko: '컨테이너의 이름', en: "The container's name." },
      example: 'container_name: apa000ex2',
    },
    {
      name: 'env_file:',
      does: { ko: '환경 변수를 적은 파일', en: 'A file with environment variables.' },
      example: 'env_file: .env',
    },
    {
      name: 'entrypoint:',
      does: {
        ko: '시작할 때 언제나 실행할 프로그램',
        en: 'The program with which it always begins.',
      },
      example: 'entrypoint: docker-entrypoint.sh',
    },
    {
      name: 'extra_hosts:',
      does: { ko: '더 알려 줄 호스트 이름과 주소', en: 'More host names with their addresses.' },
      example: 'extra_hosts: ["db:10.0.0.5"]',
    },
    {
      name: 'dns:',
      does: { ko: '쓸 DNS 서버', en: 'The DNS server.' },
      example: 'dns: 8.8.8.8',
    },
    {
      name: 'network_mode:',
      does: { ko: '네트워크 방식', en: 'The kind of network.' },
      example: 'network_mode: bridge',
    },
    {
      name: 'external_links:',
      does: {
        ko: '다른 곳에서 만든 컨테이너에 연결하던 옛 방법',
        en: 'The old way to reach containers that were made elsewhere.',
      },
      example: 'external_links: [mysql000ex11]',
    },
    {
      name: 'logging:',
      does: { ko: '로그를 남기는 방법', en: 'How its logs are kept.' },
      example: 'logging: {driver: json-file}',
      words: '로그',
    },
  ],
};
