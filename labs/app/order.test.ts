import { labs } from '../app-labs';
import { appLabs } from '../app-lab';

it('the labs of the appendix stand in the order of the book', () => {
  const sections = labs.map(({ section }) => section);
  expect(sections).toEqual([...sections].sort());
});

it('each lab of the appendix is loaded by its id', async () => {
  const loaded = await Promise.all(labs.map(({ id }) => appLabs[id]?.()));
  expect(loaded).toEqual(labs);
});
