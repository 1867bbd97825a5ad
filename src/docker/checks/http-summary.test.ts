import { withEach } from '../../core/answers/hostile-text.fixture';
import { summaryOf } from '../../core/page';

it.each([
  ['its title', '<html><TITLE>\n docker \n</title><h1>x</h1>', 'docker'],
  ['its first words where its title is empty', '<title> </title><h1>It  works!</h1>', 'It works!'],
  ['what stands outside of its tags', 'a<b c="d">e<<f>g <h', 'a e g <h'],
  ['nothing where it has nothing', '', ''],
])('the summary of a page is %s', (_what, html, words) => {
  expect(summaryOf(html)).toBe(words);
});

it('sums up a page that is made to slow down the search for its title', async () => {
  const parts = [' ', '<', '<title>', '<title> ', '< title', '</title', '\n'];
  const pages = parts.flatMap((part) => ['', '<title>'].map((a) => a + part.repeat(262_000)));
  await withEach(pages, (page) => expect(summaryOf(page).length).toBeLessThanOrEqual(80));
});
