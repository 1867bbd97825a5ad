import { labs } from '../app-labs';

it('the labs of the appendix stand in the order of the book', () => {
  const sections = labs.map(({ section }) => section);
  expect(sections).toEqual([...sections].sort());
});
