import { until } from './until';

it('asks until the answer is right, and returns it', async () => {
  let asked = 0;
  const answer = await until(
    () => (asked += 1),
    (count) => count === 3,
    { pause: 1 },
  );
  expect([answer, asked]).toEqual([3, 3]);
});

it('fails with the last answer when the time is over', async () => {
  const never = until(
    () => Promise.resolve('no'),
    (answer) => answer === 'yes',
    { seconds: 0, pause: 1 },
  );
  await expect(never).rejects.toThrow('not after 0 s; the last answer: "no"');
});
