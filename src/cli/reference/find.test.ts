import { commandGroups } from '../../../labs/app/commands/index';
import { findCommands } from './find';

const found = (...words: string[]) =>
  findCommands(commandGroups, words).groups.flatMap(({ entries }) => entries);
const names = (...words: string[]) => found(...words).map(({ name }) => name);

it.each([
  ['docker run', ['docker container run']],
  ['docker container run', ['docker container run']],
  ['kubectl apply', ['kubectl apply']],
  ['docker-compose up', ['docker compose up']],
  ['DOCKER PS', ['docker container ls']],
  ['from', ['FROM']],
])('%s finds that command alone', (typed, expected) => {
  expect(names(typed)).toEqual(expected);
  expect(names(...typed.split(' '))).toEqual(expected);
});

it('one word finds each command that it is a part of', () => {
  expect(names('cp')).toEqual(['docker container cp', 'kubectl cp', 'cp']);
});

it.each(['-p', '--publish', 'publish'])('%s finds the commands with that option', (typed) => {
  expect(names(typed)).toEqual(['docker container run', 'docker container create']);
});

it('an option finds what it does, and leaves the other options out', () => {
  const [run] = found('docker', 'run', '--net');
  expect(run?.options?.map(({ flags }) => flags)).toEqual(['--network, --net']);
});

it('options in one word find each of them', () => {
  const [run] = found('-dit');
  expect(run?.options?.map(({ flags }) => flags[1])).toEqual(['d', 'i', 't']);
});

it.each([
  ['삭제', ['docker container rm', 'docker image rm', 'docker volume rm', 'kubectl delete', 'rm']],
  ['볼륨', ['docker volume create', 'VOLUME', 'volumes:']],
  ['remove', ['docker container rm', 'docker network rm']],
  ['volume', ['docker container run', 'docker volume ls']],
  ['로그인', ['docker login', 'ssh']],
  ['이미지 삭제', ['docker image rm']],
])('the word %s finds what it is about', (typed, expected) => {
  expect(names(typed)).toEqual(expect.arrayContaining(expected));
});

it('a command typed with the keyboard in Korean is found', () => {
  expect(names('애찯ㄱ', '겨ㅜ')).toEqual(['docker container run']);
});

it.each([
  ['dokcer rnu', 'docker run'],
  ['voluem', 'volume'],
  ['kubctl', 'kubectl'],
  ['네트워키', '네트워크'],
])('%s, misspelt, finds %s and says so', (typed, meant) => {
  const { instead, groups } = findCommands(commandGroups, [typed]);
  expect(instead?.join(' ')).toBe(meant);
  expect(groups).not.toEqual([]);
});

it('what fits nothing gives near words only', () => {
  expect(findCommands(commandGroups, ['rum'])).toEqual({
    groups: [],
    near: ['run', 'rm', 'runs'],
  });
  expect(findCommands(commandGroups, ['xyzzy'])).toEqual({ groups: [], near: [] });
  expect(findCommands(commandGroups, ['맥'])).toEqual({ groups: [], near: [] });
});

it.each(['rm', 'ps', 'cp', 'exec'])('%s finds what is called so first', (typed) => {
  const [first] = found(typed);
  expect([first?.name, ...(first?.also ?? [])]).toContain(`docker ${typed}`);
  expect(names(typed).length).toBeLessThan(12);
});

it.each(['vi', 'erm', 'x'])('%s, a part of words only, finds nothing', (typed) => {
  expect(names(typed)).toEqual([]);
});

it('one letter finds the option', () => {
  expect(names('p')).toEqual(names('-p'));
});

it.each([
  ['환경변수', 'environment:'],
  ['볼륨마운트', 'docker container run'],
  ['이미지삭제', 'docker image rm'],
  ['멈추기', 'docker container stop'],
  ['끄기', 'docker container stop'],
  ['켜기', 'docker container start'],
  ['실행하기', 'docker container run'],
  ['비밀번호', 'docker container run'],
  ['yml', 'kubectl apply'],
  ['도움말', '--help'],
  ['멈추는법', 'docker container stop'],
  ['이름바꾸기', 'docker container rename'],
  ['kube', 'kubectl get'],
])('%s, as a beginner types it, finds %s', (typed, expected) => {
  expect(names(typed)).toContain(expected);
});

it('words that are all known and fit no command together find nothing', () => {
  expect(names('kubectl', '--publish')).toEqual([]);
});
