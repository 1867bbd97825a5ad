import { labs } from '../../labs/index';
import { idsNear } from './near-labs';

const wordpress = ['ch05-wordpress-mysql', 'ch05-wordpress-mariadb'];

it.each([
  // nearly an id
  ['CH04-PORT', ['ch04-port']],
  ['ch4port', ['ch04-port']],
  ['ch4-port', ['ch04-port']],
  ['ch04_port', ['ch04-port']],
  ['ch04 port', ['ch04-port']],
  ['04-port', ['ch04-port']],
  ['4port', ['ch04-port']],
  ['chapter 4 port', ['ch04-port']],
  ['ch004-port', ['ch04-port']],
  ['ch04–port', ['ch04-port']],
  ['ch04.port', ['ch04-port']],
  [' ch04-port ', ['ch04-port']],
  ['ｃｈ０４－ｐｏｒｔ', ['ch04-port']],
  ['ch06_commit', ['ch06-commit']],
  ['ch5-wordpress', wordpress],
  ['5-wordpress', wordpress],
  ['ch05-wordpress', wordpress],
  ['ch07-compose', ['ch07-compose-file', 'ch07-compose-up', 'ch07-compose-down']],
  // without the chapter
  ['dockerfile', ['ch06-dockerfile']],
  ['self-heal', ['ch08-self-heal']],
  ['selfheal', ['ch08-self-heal']],
  // a section of the book
  ['4-04', ['ch04-port']],
  ['6-06', ['ch06-registry']],
  // misspelt
  ['ch04-prot', ['ch04-port']],
  ['ch06-dockerflie', ['ch06-dockerfile']],
  ['ch08-deploymnet', ['ch08-deployment']],
  // with the keyboard in Korean
  ['초04-ㅔㅐㄱㅅ', ['ch04-port']],
  ['초06-채ㅡㅡㅑㅅ', ['ch06-commit']],
  // English words in Korean letters
  ['커밋', ['ch06-commit']],
  ['ch06-커밋', ['ch06-commit']],
  ['6장 커밋', ['ch06-commit']],
  ['커밋'.normalize('NFD'), ['ch06-commit']],
  ['볼륨', ['ch06-volume-mount', 'ch06-volume-backup']],
  ['ch06-볼륨-마운트', ['ch06-volume-mount']],
  ['도커파일', ['ch06-dockerfile']],
  ['ch04-포트', ['ch04-port']],
  ['엔진엑스', ['ch04-nginx', 'ch08-nginx']],
  ['워드프레스 마리아DB', ['ch05-wordpress-mariadb', 'ch07-wordpress-mariadb']],
  // words of a title
  ['이미지 만들기', ['ch06-commit', 'ch06-dockerfile']],
  ['이미지만들기', ['ch06-commit', 'ch06-dockerfile']],
  ['이미지 삭제', ['ch04-images']],
  ['바인드', ['ch06-bind-mount']],
  ['볼륨 백업', ['ch06-volume-backup']],
  ['컴포즈 파일', ['ch07-compose-file']],
  ['워드프레스 MySQL', ['ch05-wordpress-mysql']],
  ['Make an image of a container', ['ch06-commit']],
  ['make an image', ['ch06-commit']],
  ['A POD FROM A MANIFEST', ['ch08-pod']],
  ['mount volume', ['ch06-volume-mount']],
])('for `%s` it offers %j', (typed, ids) => {
  expect(idsNear(typed)).toEqual(ids);
});

it.each(['ch04', '4', '4장', 'ch4', 'CH04', 'chapter 4'])(
  'for `%s` it offers chapter 4',
  (typed) => {
    expect(idsNear(typed)).toEqual(labs.map(({ id }) => id).filter((id) => id.startsWith('ch04')));
  },
);

it.each(['', ' ', '-', 'x', 'frobnicate', '없는 실습', '__proto__', 'ch99-nothing', '\u0000'])(
  'for %j it offers nothing',
  (typed) => expect(idsNear(typed)).toEqual([]),
);

it.each(labs.map((lab) => [lab.id, lab] as const))('%s is found by its titles', (id, { title }) => {
  expect(idsNear(title.ko)).toContain(id);
  expect(idsNear(title.en.toUpperCase())).toContain(id);
});
