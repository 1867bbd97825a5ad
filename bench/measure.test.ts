import { sampleOf, sideBySide } from './measure';

it('takes the median: the middle time, or the mean of the middle two', () => {
  expect(sampleOf([30, 10, 20])).toEqual({ median: 20, min: 10, max: 30 });
  expect(sampleOf([40, 10, 30, 20])).toEqual({ median: 25, min: 10, max: 40 });
});

it('runs the contenders in turn, with one extra round to warm up', async () => {
  const order: string[] = [];
  const say = (word: string) => async () => void order.push(word);
  const one = { before: say('before'), run: say('one'), after: say('after') };
  const samples = await sideBySide({ one, other: { run: say('other') } }, 2);
  const round = ['before', 'one', 'after', 'other'];
  expect(order).toEqual([...round, ...round, ...round]);
  expect(Object.keys(samples)).toEqual(['one', 'other']);
});

it('stops when a contender fails', async () => {
  const failing = { run: () => Promise.reject(new Error('exit 1')) };
  await expect(sideBySide({ failing }, 1)).rejects.toThrow('exit 1');
});
