import { isOwnFile } from './place';

it.each([
  ['vm.json', true],
  ['vm.json.3812839', true],
  ['disk.qcow2.part', true],
  ['disk.vdi.part.vdi', true],
  ['homework.docx', false],
  ['vm.json.bak', false],
  ['disk.qcow2.participants', false],
])('%s is a file of dkkb: %s', (name, is) => {
  expect(isOwnFile(name)).toBe(is);
});
