import type { LabCases } from '../shared/lab-cases';

const name = 'apa000ex19';
const source = '/usr/local/apache2/htdocs/index.html';
const file = 'index.html';

/** Ways to copy the container's page out, and ways that leave another page in the folder. */
export const cases: LabCases = {
  walk: [
    {
      typed: `echo mine >index.html && docker pause ${name}`,
      problems: [{ code: 'container-paused', values: { name } }],
    },
    { typed: '', problems: [{ code: 'file-differs', values: { file, name, source } }] },
    {
      typed: `sed -i 's/$/\\r/' index.html`,
      problems: [{ code: 'line-endings-differ', values: { file, name } }],
    },
  ],
  right: {
    "the book's command": `docker cp ${name}:${source} .`,
    'the whole path on both sides': `docker container cp ${name}:${source} "$PWD/index.html"`,
    'a name of its own, Korean and with a space': `docker cp ${name}:${source} '복사한 페이지.html'`,
    'printed instead of copied': `docker exec ${name} cat ${source} >index.html`,
    'changed inside first': `docker exec ${name} sh -c 'echo hi >htdocs/index.html' && docker cp ${name}:${source} .`,
  },
  wrong: {
    'the page that was copied in before': {
      before: `docker run -d --name ${name} -p 8089:80 httpd && echo mine >index.html && docker cp index.html ${name}:${source}`,
      typed: 'true',
      problems: [{ code: 'file-there-before', values: { file, name, source } }],
    },
    'that page, only renamed': {
      before: `docker run -d --name ${name} -p 8089:80 httpd && echo mine >index.html && docker cp index.html ${name}:${source}`,
      typed: 'mv index.html index.html.before',
      problems: [{ code: 'file-missing', values: { file, similar: '' } }],
    },
    'nothing copied': {
      typed: 'true',
      problems: [{ code: 'file-missing', values: { file, similar: '' } }],
    },
    'copied to another folder': {
      typed: `mkdir elsewhere && docker cp ${name}:${source} elsewhere/`,
      problems: [{ code: 'file-missing', values: { file, similar: '' } }],
    },
    'the folder instead of the file': {
      typed: `docker cp ${name}:/usr/local/apache2/htdocs index.html`,
      problems: [{ code: 'file-is-folder', values: { file } }],
    },
    'a file of their own': {
      typed: 'echo mine >index.html',
      problems: [{ code: 'file-differs', values: { file, name, source } }],
    },
    'an empty file': {
      typed: 'touch index.html',
      problems: [{ code: 'file-empty', values: { file } }],
    },
    'a name that is nearly right, and another content': {
      typed: 'echo mine >index.htm',
      problems: [{ code: 'file-missing', values: { file, similar: 'index.htm' } }],
    },
    'saved with other line endings': {
      typed: `docker cp ${name}:${source} . && sed -i 's/$/\\r/' index.html`,
      problems: [{ code: 'line-endings-differ', values: { file, name } }],
    },
    'the file removed inside': {
      typed: `docker cp ${name}:${source} . && docker exec ${name} rm ${source}`,
      problems: [{ code: 'container-file-missing', values: { name, target: source } }],
    },
    'the container removed': {
      typed: `docker cp ${name}:${source} . && docker rm -f ${name}`,
      problems: [{ code: 'container-missing', values: { name } }],
    },
  },
};
