import { labs } from '../../../labs/index';
import { chapterOf } from '../../../labs/lab';
import { speak } from '../language';
import { printedBy } from '../printed.fixture';
import { nextAfter, nextJson, printNext } from './next';

const named = (...ids: string[]) => labs.filter(({ id }) => ids.includes(id));
const said = (...ids: string[]) => printedBy(() => printNext(nextAfter(named(...ids))));

const chapters = labs.filter(chapterOf);

it.each(chapters.slice(0, -1).map(({ id }, at) => [id, chapters[at + 1]?.id ?? '']))(
  'after %s comes %s',
  (passed, next) => {
    speak('en');
    expect(said(passed)).toContain(`dkkb show ${next}\n`);
  },
);

it('names the next lab by its id and its title', () => {
  speak('ko');
  expect(said('ch04-port')).toBe(
    '\n다음 실습: ch04-many  아파치 컨테이너를 여러 개 실행하기\n할 일 보기: dkkb show ch04-many\n',
  );
});

it('after several labs comes the one behind the last of them in the book', () => {
  speak('en');
  expect(said('ch04-images', 'ch04-port')).toContain('dkkb show ch05-wordpress-mysql');
});

it('after a lab of the appendix comes the first exercise', () => {
  speak('en');
  expect(said('app-linux-docker')).toContain('dkkb show ch03-terminal');
});

it('after the last exercise of the book says how to clean up', () => {
  speak('en');
  const last = chapters.at(-1)?.id ?? '';
  expect(said(last)).toContain('dkkb down --all');
  expect(nextJson(nextAfter(named(last)))).toEqual({ next: null });
});

it('says nothing where not all is passed', () => {
  expect(printedBy(() => printNext(undefined))).toBe('');
  expect(nextJson(undefined)).toEqual({});
});

it('is an id and a title in JSON', () => {
  speak('en');
  expect(nextJson(nextAfter(named('ch03-terminal')))).toEqual({
    next: { id: 'ch04-commands', title: 'The first docker commands' },
  });
});
