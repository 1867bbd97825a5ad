import type { LabCases } from '../shared/lab-cases';

const image = 'ex22_original2';
const htdocs = '/usr/local/apache2/htdocs';
const page = `mkdir -p apa_folder && echo '<h1>my page</h1>' >apa_folder/index.html`;
const recipe = (...lines: string[]) =>
  `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(' ')} >apa_folder/Dockerfile`;
const build = `docker build -t ${image} apa_folder`;
const copy = recipe('FROM httpd', `COPY index.html ${htdocs}`);
const shown = 'apa_folder/index.html';

/** Ways to build the image, and images that show another page. */
export const cases: LabCases = {
  walk: [
    {
      typed: `${page} && ${copy} && mv apa_folder/Dockerfile apa_folder/Dockerfile.txt`,
      problems: [
        {
          code: 'file-missing',
          values: { file: 'apa_folder/Dockerfile', similar: 'apa_folder/Dockerfile.txt' },
        },
      ],
      mend: 'mv apa_folder/Dockerfile.txt apa_folder/Dockerfile',
    },
    { typed: '', problems: [{ code: 'built-image-missing', values: { image, similar: '' } }] },
    {
      typed: `echo more >>${shown}`,
      problems: [{ code: 'image-page-wrong', values: { image, found: '200 my page' } }],
      // When a new image takes the name, the engine keeps the old image.
      mend: `docker image rm ${image}`,
    },
  ],
  right: {
    "the book's command": `${page} && ${copy} && ${build}`,
    'in the folder, ADD, the full name': `${page} && ${recipe('FROM docker.io/library/httpd:latest', `ADD index.html ${htdocs}/`)} && cd apa_folder && docker image build --tag ${image}:latest .`,
    'a file of a Korean name with a space': `${page} && mv ${shown} 'apa_folder/내 페이지.html' && ${recipe('FROM httpd', `COPY ["내 페이지.html", "${htdocs}/index.html"]`)} && ${build} && cp 'apa_folder/내 페이지.html' ${shown}`,
    'another name for the Dockerfile': `${page} && ${copy} && mv apa_folder/Dockerfile recipe && docker build -t ${image} -f recipe apa_folder`,
    'saved by an editor of Windows': `mkdir apa_folder && printf '<h1>my page</h1>\\r\\n' >${shown} && printf 'FROM httpd\\r\\nCOPY index.html ${htdocs}/\\r\\n' >apa_folder/Dockerfile && ${build}`,
  },
  wrong: {
    'nothing written': {
      typed: 'true',
      problems: [{ code: 'file-missing', values: { file: 'apa_folder/Dockerfile', similar: '' } }],
    },
    'a Dockerfile as an editor of Windows calls it': {
      typed: `${page} && ${copy} && mv apa_folder/Dockerfile apa_folder/Dockerfile.txt`,
      problems: [
        {
          code: 'file-missing',
          values: { file: 'apa_folder/Dockerfile', similar: 'apa_folder/Dockerfile.txt' },
        },
      ],
    },
    'a Dockerfile in the UTF-16 of PowerShell': {
      typed: `${page} && ${copy} && iconv -t UTF-16 apa_folder/Dockerfile >recipe && mv recipe apa_folder/Dockerfile && ! ${build}`,
      problems: [{ code: 'file-encoding', values: { file: 'apa_folder/Dockerfile' } }],
      mend: `${copy} && ${build}`,
    },
    'written, not built': {
      typed: `${page} && ${copy}`,
      problems: [{ code: 'built-image-missing', values: { image, similar: '' } }],
    },
    'built under nearly that name': {
      typed: `${page} && ${copy} && docker build -t ex22_orginal2 apa_folder`,
      problems: [{ code: 'built-image-missing', values: { image, similar: 'ex22_orginal2' } }],
    },
    'copied to another path': {
      mend: copy,
      typed: `${page} && ${recipe('FROM httpd', 'COPY index.html /usr/local/apache2/')} && ${build}`,
      problems: [
        { code: 'image-page-wrong', values: { image, file: shown, found: '200 It works!' } },
      ],
    },
    'another image below': {
      mend: copy,
      typed: `${page} && ${recipe('FROM nginx', `COPY index.html ${htdocs}/`)} && ${build}`,
      problems: [{ code: 'image-page-wrong', values: { image, found: /nginx/ } }],
    },
    'an image without a server below': {
      mend: copy,
      typed: `${page} && ${recipe('FROM busybox', `COPY index.html ${htdocs}/`)} && ${build}`,
      problems: [{ code: 'image-silent', values: { image, error: 'exited' } }],
    },
    'changed after it was built': {
      typed: `${page} && ${copy} && ${build} && echo more >>${shown}`,
      problems: [{ code: 'image-page-wrong', values: { image, found: '200 my page' } }],
    },
    'the page removed': {
      typed: `${page} && ${copy} && ${build} && rm ${shown}`,
      problems: [{ code: 'file-missing', values: { file: shown, similar: '' } }],
    },
  },
};
