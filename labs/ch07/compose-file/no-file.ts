import { composePath as file } from '../../../src/docker/model/compose-paths';
import { bookFile, write } from '../../shared/compose-cases';
import type { LabCases } from '../../shared/lab-cases';

/** Files that are not there, or hold no text that can be read. */
export const noFile: LabCases['wrong'] = {
  'no file': {
    typed: 'mkdir com_folder',
    problems: [{ code: 'compose-file-missing', values: { file } }],
  },
  'beside the folder': {
    typed: write('compose.yml', bookFile('mysql')),
    problems: [{ code: 'compose-file-missing', values: { file, elsewhere: 'compose.yml' } }],
  },
  'beside the folder, which is there': {
    typed: `mkdir com_folder\n${write('docker-compose.yml', bookFile('mysql'))}`,
    problems: [
      {
        code: 'compose-file-missing',
        values: { file, elsewhere: 'docker-compose.yml', needs: '' },
      },
    ],
  },
  'the ending that Notepad adds': {
    typed: write(`${file}.txt`, bookFile('mysql')),
    problems: [{ code: 'compose-file-missing', values: { file, similar: `${file}.txt` } }],
  },
  'a folder of that name': {
    typed: `mkdir -p ${file}`,
    problems: [{ code: 'file-is-folder', values: { file } }],
  },
  'a Korean comment in code page 949': {
    typed: `${write(file, bookFile('mysql'))}\nprintf '# \\300\\245\\n' >>${file}`,
    problems: [{ code: 'file-encoding', values: { file } }],
    mend: `sed -i '$d' ${file}`,
  },
  'an empty file': {
    typed: write(file, ''),
    problems: [{ code: 'file-empty', values: { file } }],
  },
};
