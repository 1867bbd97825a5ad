import { isQuestion } from './question';

it.each([
  'version --format {{json .}}',
  'container inspect a b',
  'container logs --tail 200 a',
  'exec -e MYSQL_PWD a mysql',
  'compose --file a.yml --project-name b config --format json',
  'image ls',
])('gives `docker %s` a time limit', (words) => {
  expect(isQuestion(words.split(' '))).toBe(true);
});

it.each([
  'pull httpd',
  'compose --file - up --detach',
  'container rm --force a',
  'image save a',
  'run --detach httpd version',
])('gives `docker %s` no time limit', (words) => {
  expect(isQuestion(words.split(' '))).toBe(false);
});
