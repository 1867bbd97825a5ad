import { labs } from './index';
import { gradedOf, has, type Graded } from './shared/graded.fixture';
import { languages, toldBy } from './shared/told.fixture';

/** A value that is not in the task, and why the reader need not be told. */
interface Untold extends Partial<Graded> {
  readonly lab?: string;
  readonly why: string;
}

const untold: readonly Untold[] = [
  { field: 'tty', why: "the book's `docker run -dit`; no check looks at it" },
  { field: 'stdin_open', why: "the book's `docker run -dit`; no check looks at it" },
  { field: 'command', why: "the arguments of the book's database; no check looks at them" },
  { field: 'healthcheck', why: 'lets `dkkb solve` wait for the database; no check looks at it' },
  { field: 'depends_on.condition', why: 'waits for the health check; no check looks at it' },
  { lab: 'ch06-registry', value: 'registry000', why: "the book's command gives no name" },
  { lab: 'ch06-registry', value: 'httpd', why: 'any image may be pushed' },
  { lab: 'ch06-volume-backup', value: 'apa000ex21', why: 'it has filled the volume that is given' },
];

const isOf = ({ lab, field, value }: Untold, id: string, graded: Graded) =>
  (lab ?? id) === id &&
  (value ?? graded.value) === graded.value &&
  (field === undefined || graded.field === field || graded.field.startsWith(`${field}.`));

describe.each(languages)('in %s', (language) => {
  it.each(labs.map((lab) => [lab.id, lab] as const))(
    'the task of %s says each value that a check asks for',
    (id, lab) => {
      const told = toldBy(lab.task, language);
      const missing = gradedOf(lab)
        .filter((graded) => !untold.some((one) => isOf(one, id, graded)))
        .filter(({ value }) => !has(told, value))
        .map(({ field, value }) => `${field}: ${value}`);
      expect(missing).toEqual([]);
    },
  );
});

it.each(untold)('the list of what is not told needs %j', (one) => {
  const found = labs.filter((lab) => gradedOf(lab).some((graded) => isOf(one, lab.id, graded)));
  expect(found).not.toEqual([]);
});

it.each(labs.map((lab) => [lab.id, lab] as const))('%s asks for something', (_id, lab) => {
  expect(gradedOf(lab)).not.toEqual([]);
});
