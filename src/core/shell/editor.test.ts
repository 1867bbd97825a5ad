import { otherMachine } from '../system';
import { editorFor } from './editor';

const windows = { ...otherMachine, system: 'windows', shell: 'cmd' } as const;

it.each([
  ['apa_folder/Dockerfile', 'notepad apa_folder\\Dockerfile.'],
  ['index.html', 'notepad index.html'],
  ['my.folder/Dockerfile', 'notepad my.folder\\Dockerfile.'],
])('Notepad makes %s by the line %s, without an extension of its own', (file, line) => {
  for (const said of Object.values(editorFor(file, windows)))
    expect(said).toMatch(new RegExp(`: ${line.replace(/[\\.]/g, '\\$&')}$`));
});

it('makes the folder first, where the file is in one', () => {
  expect(editorFor('a/b.yml', windows).en).toContain('(mkdir a)');
  expect(editorFor('b.yml', windows).en).not.toContain('mkdir');
});
