import { chooseLabs, findChangingLab, findLab } from './find-lab';

const saying = (words: string) => ({ text: { ko: expect.stringContaining(words) } });

it('an empty id is told as that', async () => {
  await expect(findLab('')).rejects.toMatchObject(saying('id가 비어 있습니다'));
});

it.each(['app', '부록', 'appendix'])('%s leads to the chapter', async (typed) => {
  await expect(chooseLabs([typed], undefined)).rejects.toMatchObject(
    saying('dkkb check --chapter app'),
  );
});

it('a lab that is done by hand leads to its commands', async () => {
  await expect(findChangingLab('app-nano')).rejects.toMatchObject(
    saying('dkkb show app-nano --solution'),
  );
});

it('a lab that only looks at the machine says so', async () => {
  await expect(findChangingLab('app-ssh')).rejects.toMatchObject(saying('확인하기만'));
});
