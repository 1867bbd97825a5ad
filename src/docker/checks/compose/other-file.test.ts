import { exerciseFiles } from '../../../../labs/shared/compose-solutions';
import { composeFile } from '../../model/compose-file';
import { otherFileProblem } from './other-file';

const [own, other] = exerciseFiles;
const judged = { dir: '/home/kim', wanted: own.state, path: own.path, file: own.path };
const problemOf = (source: string, file: string = own.path) =>
  otherFileProblem({ ...judged, source, file }, exerciseFiles);

it('the file of another exercise is told with its name and its place, also with mistakes in it', () => {
  const right = composeFile(other.state);
  for (const source of [right, right.replace('    image: mysql', '\timage:mysql')])
    expect(problemOf(source)).toMatchObject({
      code: 'compose-other-file',
      values: {
        lab: 'ch07-redmine-mysql',
        proper: other.path,
        wanted: 'mysql000ex11, wordpress000ex12',
      },
    });
});

it('in its own place, the file of another exercise is right, and the own one is missing', () => {
  expect(problemOf(composeFile(other.state), other.path)).toMatchObject({
    code: 'compose-file-missing',
    values: { file: own.path },
  });
});

it('a file that names one of the own services is meant to be the own one', () => {
  const mixed = composeFile(other.state).replaceAll('redmine000ex14', 'wordpress000ex12');
  expect(problemOf(mixed)).toBeUndefined();
  expect(problemOf('services:\n  web:\n    image: httpd\n')).toBeUndefined();
});
