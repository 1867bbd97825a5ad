import type { LabCases } from '../shared/lab-cases';

const name = 'apa000ex19';
const htdocs = '/usr/local/apache2/htdocs';
const page = `echo '<h1>my page</h1>' >index.html`;
const file = 'index.html';
const notCopied = { file, name, target: `${htdocs}/index.html` };

/** Ways to bring a page into the container, and ways to copy it to a wrong place. */
export const cases: LabCases = {
  walk: [
    {
      typed: `touch index.html && docker stop ${name}`,
      problems: [{ code: 'container-exited', values: { name } }],
    },
    { typed: '', problems: [{ code: 'file-empty', values: { file } }], mend: page },
    {
      typed: `docker cp index.html ${name}:/usr/local/apache2/`,
      problems: [
        {
          code: 'file-not-copied',
          values: { ...notCopied, found: '/usr/local/apache2/index.html' },
        },
      ],
    },
    {
      typed: `sed -i 's/$/\\r/' index.html`,
      problems: [{ code: 'line-endings-differ', values: { file, name } }],
    },
  ],
  right: {
    "the book's command": `${page} && docker cp index.html ${name}:${htdocs}/`,
    'the whole path on both sides': `${page} && docker container cp "$PWD/index.html" ${name}:${htdocs}/index.html`,
    'all that a folder has': `mkdir site && cd site && ${page} && docker cp . ${name}:${htdocs} && cp index.html ..`,
    'a file of a Korean name with a space': `echo '안녕' >'내 페이지.html' && docker cp '내 페이지.html' ${name}:${htdocs}/index.html`,
    'saved by an editor of Windows': `printf '<h1>my page</h1>\\r\\n' >index.html && docker cp index.html ${name}:${htdocs}/`,
    'written inside, and the same outside': `${page} && docker exec -i ${name} sh -c 'cat >htdocs/index.html' <index.html`,
    'stopped, copied, started again': `${page} && docker stop ${name} && docker cp index.html ${name}:${htdocs}/ && docker start ${name}`,
  },
  wrong: {
    'no file': {
      typed: 'true',
      problems: [{ code: 'file-missing', values: { file, similar: '' } }],
    },
    'a file of another name': {
      typed: `echo hi >index.htm && docker cp index.htm ${name}:${htdocs}/`,
      problems: [{ code: 'file-missing', values: { file, similar: 'index.htm' } }],
    },
    'a name with a space, copied as it is': {
      typed: `echo hi >'my page.html' && docker cp 'my page.html' ${name}:${htdocs}/`,
      problems: [{ code: 'file-missing', values: { file, similar: 'my page.html' } }],
    },
    'a folder of that name': {
      typed: 'mkdir index.html',
      problems: [{ code: 'file-is-folder', values: { file } }],
    },
    'an empty file': {
      typed: `touch index.html && docker cp index.html ${name}:${htdocs}/`,
      problems: [{ code: 'file-empty', values: { file } }],
    },
    'written, not copied': {
      typed: page,
      problems: [{ code: 'file-not-copied', values: { ...notCopied, found: '' } }],
    },
    'copied beside the folder': {
      typed: `${page} && docker cp index.html ${name}:/usr/local/apache2/`,
      problems: [
        {
          code: 'file-not-copied',
          values: { ...notCopied, found: '/usr/local/apache2/index.html' },
        },
      ],
    },
    'the folder copied instead of the file': {
      typed: `${page} && mkdir site && cp index.html site && docker cp site ${name}:${htdocs}/`,
      problems: [
        { code: 'file-not-copied', values: { ...notCopied, found: `${htdocs}/site/index.html` } },
      ],
    },
    'changed after it was copied': {
      typed: `${page} && docker cp index.html ${name}:${htdocs}/ && echo more >>index.html`,
      problems: [{ code: 'file-not-copied', values: { ...notCopied, found: '' } }],
    },
    'saved with other line endings after it was copied': {
      typed: `${page} && docker cp index.html ${name}:${htdocs}/ && sed -i 's/$/\\r/' index.html`,
      problems: [{ code: 'line-endings-differ', values: { file, name } }],
    },
    'the page of the image, which is there without a copy': {
      typed: `docker cp ${name}:${htdocs}/index.html .`,
      mend: page,
      problems: [{ code: 'copied-out-of-container', values: notCopied }],
    },
    'copied over a page of their own, in the wrong direction': {
      typed: `${page} && docker cp ${name}:${htdocs}/index.html .`,
      mend: page,
      problems: [{ code: 'copied-out-of-container', values: notCopied }],
    },
    'the container stopped': {
      typed: `${page} && docker cp index.html ${name}:${htdocs}/ && docker stop ${name}`,
      problems: [{ code: 'container-exited', values: { name } }],
    },
  },
};
