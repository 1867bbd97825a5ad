import type { LabCases } from '../shared/lab-cases';

const name = 'apa000ex20';
const target = '/usr/local/apache2/htdocs';
const page = `mkdir -p apa_folder && echo '<h1>my page</h1>' >apa_folder/index.html`;
const run = `docker run --name ${name} -d -p 8090:80`;
const book = `${run} -v "$PWD/apa_folder:${target}" httpd`;
const file = 'apa_folder/index.html';

/** Ways to mount the folder, and mounts that only look like it. */
export const cases: LabCases = {
  walk: [
    {
      typed: `${page} && ${run} -v apa_folder:${target} httpd`,
      problems: [
        { code: 'mount-type-wrong', values: { name, target, wanted: 'bind', found: 'volume' } },
      ],
    },
    {
      typed: `docker volume rm apa_folder && : >${file}`,
      problems: [{ code: 'file-empty', values: { file } }],
      mend: page,
    },
    {
      typed: `mkdir other && docker rm -f ${name} && ${run} -v "$PWD/other:${target}" httpd`,
      problems: [{ code: 'mount-source-wrong', values: { name, target, found: /\/other$/ } }],
    },
  ],
  right: {
    "the book's command": `mkdir apa_folder && ${book} && ${page}`,
    'the long option, the page first': `${page} && docker container run -d --name ${name} --publish 8090:80 --mount "type=bind,source=$PWD/apa_folder,target=${target}" httpd`,
    'read-only in the container': `${page} && ${run} -v "$PWD/apa_folder:${target}:ro" httpd`,
    'through a link to the folder': `${page} && ln -s "$PWD/apa_folder" link && ${run} -v "$PWD/link:${target}/" httpd`,
    'a page of a Korean name with a space': `mkdir apa_folder && echo hi >'apa_folder/내 페이지.html' && ${book}`,
    'a Compose file': `${page} && printf 'services: {web: {image: httpd, container_name: ${name}, ports: ["8090:80"], volumes: ["./apa_folder:${target}"]}}' >compose.yml && docker compose up -d`,
    'all files for their owner only': `${page} && chmod 755 apa_folder && umask 077 && ${book}`,
  },
  wrong: {
    'no mount': {
      typed: `${page} && ${run} httpd`,
      problems: [
        { code: 'mount-missing', values: { name, target, wanted: './apa_folder', found: '' } },
      ],
    },
    'another path in the container': {
      typed: `${page} && ${run} -v "$PWD/apa_folder:/usr/local/apache2/htdoc" httpd`,
      problems: [
        { code: 'mount-missing', values: { name, target, found: /apa_folder → .*htdoc$/ } },
      ],
    },
    'a volume of that name': {
      typed: `${page} && ${run} -v apa_folder:${target} httpd`,
      problems: [
        { code: 'mount-type-wrong', values: { name, target, wanted: 'bind', found: 'volume' } },
      ],
    },
    'another folder': {
      typed: `${page} && mkdir other && ${run} -v "$PWD/other:${target}" httpd`,
      problems: [
        {
          code: 'mount-source-wrong',
          values: { name, target, wanted: /\/apa_folder$/, found: /\/other$/ },
        },
      ],
    },
    'the folder around it': {
      typed: `${page} && ${run} -v "$PWD:${target}" httpd`,
      problems: [{ code: 'mount-source-wrong', values: { name, wanted: /\/apa_folder$/ } }],
    },
    'a folder somewhere else': {
      typed: `mkdir -p work/apa_folder && cd work && ${book}`,
      problems: [{ code: 'folder-missing', values: { folder: 'apa_folder', under: 'work' } }],
    },
    'nothing in the folder': {
      typed: `mkdir apa_folder && ${book}`,
      problems: [{ code: 'folder-empty', values: { folder: 'apa_folder' } }],
    },
    'a page of nearly that name': {
      typed: `mkdir apa_folder && echo hi >apa_folder/index.htm && ${book}`,
      problems: [{ code: 'file-missing', values: { file, similar: 'apa_folder/index.htm' } }],
    },
    'an empty page': {
      typed: `mkdir apa_folder && touch ${file} && ${book}`,
      problems: [{ code: 'file-empty', values: { file } }],
    },
    'the page is a folder': {
      typed: `mkdir -p ${file} && ${book}`,
      problems: [{ code: 'file-is-folder', values: { file } }],
    },
    'copied instead of mounted': {
      typed: `${page} && ${run} httpd && docker cp ${file} ${name}:${target}/`,
      problems: [{ code: 'mount-missing', values: { name, target } }],
    },
    stopped: {
      typed: `${page} && ${book} && docker stop ${name}`,
      problems: [{ code: 'container-exited', values: { name } }],
    },
  },
};
