import { optionUnknown, settingWrong } from './compose';

const restart = { service: 'mysql000ex11', setting: 'restart', wanted: 'always' };

it('reports a missing restart policy as missing, not as `no`', () => {
  const { message } = settingWrong({ ...restart, found: 'no' }).describe();
  expect(message.ko).toContain('지금 값: 다시 시작하지 않음');
  expect(message.en).not.toContain('`no`');
});

it('asks to remove a misspelt `version`, because the file does not need it', () => {
  const place = { file: 'docker-compose.yml', line: '1', place: '(root)', home: '' };
  const { remedy } = optionUnknown({ ...place, option: 'verion', similar: 'version' }).describe();
  expect(remedy.ko).toContain('지웁니다');
  expect(remedy.en).toBe('The line `version:` is not needed any more. Remove that line.');
});
