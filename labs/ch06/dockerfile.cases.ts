import type { LabCases } from '../shared/lab-cases';

const image = 'ex22_original2';
const htdocs = '/usr/local/apache2/htdocs';
const page = `mkdir -p apa_folder && echo '<h1>my page</h1>' >apa_folder/index.html`;
const recipe = (...lines: string[]) =>
  `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(' ')} >apa_folder/Dockerfile`;
const build = `docker build -t ${image} apa_folder`;
const copy = recipe('FROM httpd', `COPY index.html ${htdocs}`);
const shown = 'apa_folder/index.html';
const file = 'apa_folder/Dockerfile';

/** Ways to build the image, and images that show another page. */
export const cases: LabCases = {
  walk: [
    {
      typed: `${page} && ${copy} && mv apa_folder/Dockerfile apa_folder/Dockerfile.txt`,
      problems: [
        {
          code: 'file-missing',
          values: { file, similar: `${file}.txt` },
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
      mend: `${page} && ${copy}`,
      typed: 'true',
      problems: [
        { code: 'file-missing', values: { file, similar: '' } },
        { code: 'file-missing', values: { file: shown, similar: '' } },
      ],
    },
    'a Dockerfile as an editor of Windows calls it': {
      typed: `${page} && ${copy} && mv apa_folder/Dockerfile apa_folder/Dockerfile.txt`,
      problems: [
        {
          code: 'file-missing',
          values: { file, similar: `${file}.txt` },
        },
      ],
    },
    'both files one folder too high': {
      typed: `${page} && ${copy} && mv apa_folder/* . && rmdir apa_folder`,
      problems: [
        { code: 'file-missing', values: { file, elsewhere: 'Dockerfile', needs: 'apa_folder' } },
        { code: 'file-missing', values: { file: shown, elsewhere: 'index.html' } },
      ],
    },
    'a folder of nearly that name': {
      typed: `${page} && ${copy} && mv apa_folder apa-folder && docker build -t ex22_orginal2 apa-folder`,
      problems: [{ code: 'file-missing', values: { file, misspelt: 'apa-folder' } }],
    },
    'a Dockerfile in the UTF-16 of PowerShell': {
      typed: `${page} && ${copy} && iconv -t UTF-16 apa_folder/Dockerfile >recipe && mv recipe apa_folder/Dockerfile && ! ${build}`,
      problems: [{ code: 'file-encoding', values: { file } }],
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
        {
          code: 'dockerfile-copy-target-wrong',
          values: { file, line: '2', found: '/usr/local/apache2/', wanted: htdocs },
        },
      ],
    },
    'a misspelt instruction': {
      mend: copy,
      typed: `${page} && ${recipe('FORM httpd', `COPY index.html ${htdocs}/`)} && ! ${build}`,
      problems: [
        { code: 'dockerfile-instruction-misspelt', values: { file, line: '1', found: 'FORM' } },
      ],
    },
    'built in the folder above, where another Dockerfile is': {
      typed: `${page} && ${copy} && echo 'FROM httpd' >Dockerfile && docker build -t ${image} .`,
      problems: [
        {
          code: 'image-page-wrong',
          values: { image, folder: 'apa_folder', found: '200 It works!', other: 'Dockerfile' },
        },
      ],
    },
    'another image below': {
      mend: copy,
      typed: `${page} && ${recipe('FROM nginx', `COPY index.html ${htdocs}/`)} && ${build}`,
      problems: [
        { code: 'dockerfile-base-wrong', values: { file, found: 'nginx', wanted: 'httpd' } },
      ],
    },
    'an image without a server below': {
      mend: copy,
      typed: `${page} && ${recipe('FROM busybox', `COPY index.html ${htdocs}/`)} && ${build}`,
      problems: [{ code: 'dockerfile-base-wrong', values: { file, found: 'busybox' } }],
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
