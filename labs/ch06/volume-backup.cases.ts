import type { LabCases } from '../shared/lab-cases';

const file = 'backup_apa.tar.gz';
const first = 'apa000vol1';
const second = 'apa000vol2';
const busybox = (volume: string, command: string) =>
  `docker run --rm -v ${volume}:/moto -v "$PWD":/saki busybox ${command}`;
const backUp = busybox(first, `tar cvzf /saki/${file} -C /moto .`);
const create = `docker volume create ${second}`;
const restore = busybox(second, `tar xvzf /saki/${file} -C /moto`);

/** Ways to back up and to restore, and backups that lack something. */
export const cases: LabCases = {
  walk: [
    {
      typed: `echo hello >${file}`,
      problems: [{ code: 'archive-unreadable', values: { file } }],
    },
    {
      typed: '',
      problems: [{ code: 'volume-missing', values: { volume: second, similar: '' } }],
    },
    {
      typed: busybox(second, "sh -c 'rm /moto/*'"),
      problems: [{ code: 'volume-empty', values: { volume: second } }],
    },
    {
      typed: `${busybox(second, "sh -c 'mkdir /moto/moto && mv /moto/*.html /moto/moto'")}`,
      problems: [{ code: 'files-nested', values: { volume: second, folder: 'moto' } }],
    },
  ],
  right: {
    "the book's commands": `${backUp} && ${create} && ${restore}`,
    'with the path, as the engine’s own documentation does': `${busybox(first, `tar czf /saki/${file} /moto`)} && ${busybox(second, `tar xzf /saki/${file} -C /`)}`,
    'through the container, read-only': `docker stop apa000ex21 && docker run --rm --volumes-from apa000ex21:ro -v "$PWD":/saki busybox tar czf /saki/${file} -C /usr/local/apache2/htdocs . && ${restore}`,
    'another image, through a pipe': `docker run --rm -v ${first}:/moto:ro httpd tar cz -C /moto . >${file} && ${create} && docker run --rm -i -v ${second}:/moto httpd tar xz -C /moto <${file}`,
    'files of Korean names with spaces': `docker exec apa000ex21 sh -c 'mkdir "htdocs/새 폴더"; echo hi >"htdocs/새 폴더/내 페이지.html"' && ${backUp} && ${restore}`,
  },
  wrong: {
    'nothing backed up': {
      typed: create,
      problems: [{ code: 'file-missing', values: { file, similar: '' } }],
    },
    'a file of nearly that name': {
      typed: `${backUp} && ${create} && ${restore} && mv ${file} backup_apa.tar.g`,
      problems: [{ code: 'file-missing', values: { file, similar: 'backup_apa.tar.g' } }],
    },
    'an empty file': {
      typed: `touch ${file}`,
      problems: [{ code: 'file-empty', values: { file } }],
    },
    'no archive': {
      typed: `echo hello >${file}`,
      problems: [{ code: 'archive-unreadable', values: { file } }],
    },
    'half an archive': {
      typed: `${backUp} && head -c 100 ${file} >half && mv half ${file}`,
      problems: [{ code: 'archive-unreadable', values: { file } }],
    },
    'an archive of an empty folder': {
      typed: busybox(first, `sh -c 'mkdir /empty && tar czf /saki/${file} -C /empty .'`),
      problems: [{ code: 'archive-empty', values: { file } }],
    },
    'a misspelt volume backed up': {
      typed: backUp.replace(first, 'apa00vol1'),
      problems: [{ code: 'archive-empty', values: { file, similar: 'apa00vol1' } }],
    },
    'the given volume removed': {
      typed: `docker rm -f apa000ex21 && docker volume rm ${first}`,
      mend: `docker run --name apa000ex21 -d -p 8091:80 -v ${first}:/usr/local/apache2/htdocs httpd && ${backUp} && ${restore}`,
      problems: [{ code: 'volume-missing', values: { volume: first } }],
    },
    'an archive of something else': {
      typed: `echo hi >note.txt && tar czf ${file} note.txt`,
      problems: [
        {
          code: 'files-differ',
          values: { one: first, other: file, missing: 'index.html', extra: 'note.txt' },
        },
      ],
    },
    'no second volume': {
      typed: backUp,
      problems: [{ code: 'volume-missing', values: { volume: second, similar: '' } }],
    },
    'a second volume of nearly that name': {
      typed: `${backUp} && ${restore.replace(second, 'apa00vol2')}`,
      problems: [{ code: 'volume-missing', values: { volume: second, similar: 'apa00vol2' } }],
    },
    'an empty second volume': {
      typed: `${backUp} && ${create}`,
      problems: [{ code: 'volume-empty', values: { volume: second } }],
    },
    'restored one folder too deep': {
      typed: `${busybox(first, `tar czf /saki/${file} /moto`)} && ${restore}`,
      problems: [{ code: 'files-nested', values: { volume: second, folder: 'moto' } }],
    },
    'restored, and something else besides': {
      typed: `${backUp} && ${restore} && ${busybox(second, 'touch /moto/more.html')}`,
      problems: [{ code: 'files-differ', values: { other: second, extra: 'more.html' } }],
    },
    'changed after it was restored': {
      typed: `${backUp} && ${restore} && ${busybox(second, "sh -c 'echo hi >/moto/index.html'")}`,
      problems: [{ code: 'files-differ', values: { other: second, different: 'index.html' } }],
    },
  },
};
