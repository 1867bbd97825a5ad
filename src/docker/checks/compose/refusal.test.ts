import { composeFile } from '../../model/compose-file';
import { wordpressAndMysql } from '../../../../labs/shared/compose-solutions';
import { refusal } from './refusal';

const right = composeFile(wordpressAndMysql);
const file = 'com_folder/docker-compose.yml';

function refuse(source: string, ...said: string[]) {
  return said.map((stderr) => refusal({ file, source, stderr, wanted: wordpressAndMysql }));
}

const lineOf = (source: string, text: string) =>
  String(source.split('\n').findIndex((line) => line.includes(text)) + 1);

it.each([
  ['environment', 'enviroment', 'mysql000ex11'],
  ['environment', 'enviornment', 'mysql000ex11'],
  ['environment', 'env', 'mysql000ex11'],
  ['ports', 'port', 'wordpress000ex12'],
  ['depends_on', 'depend_on', 'wordpress000ex12'],
  ['volumes', 'volume', 'mysql000ex11'],
  ['image', 'Image', 'mysql000ex11'],
  ['restart', 'restrat', 'mysql000ex11'],
])('suggests `%s` for `%s`, in both wordings of Compose', (similar, option, service) => {
  const source = right.replace(`    ${similar}:`, `    ${option}:`);
  const problems = refuse(
    source,
    `validating /a/docker-compose.yml: services.${service} Additional property ${option} is not allowed`,
    `validating /a/docker-compose.yml: services.${service} additional properties '${option}' not allowed`,
  );
  for (const problem of problems) {
    expect(problem.code).toBe('compose-option-unknown');
    expect(problem.values).toEqual({
      file,
      line: lineOf(source, ` ${option}:`),
      place: `services.${service}`,
      option,
      similar,
      home: '',
    });
  }
});

it('suggests an option of the top level, and finds a service that is not indented', () => {
  const [misspelt, other] = refuse(
    right.replace('services:', 'service:'),
    'validating /a/x.yml: (root) Additional property service is not allowed',
    "validating /a/x.yml:  additional properties 'service' not allowed",
  );
  const known = { option: 'service', place: '(root)', similar: 'services', line: '1' };
  expect(misspelt?.values).toMatchObject(known);
  expect(other?.values).toMatchObject(known);
  const outside = refuse(
    right.replace('  wordpress000ex12:', 'wordpress000ex12:'),
    'validating /a/x.yml: (root) Additional property wordpress000ex12 is not allowed',
    "validating /a/x.yml:  additional properties 'wordpress000ex12' not allowed",
  );
  for (const { values } of outside)
    expect(values).toMatchObject({ option: 'wordpress000ex12', home: 'services' });
});

it('suggests nothing for a word that is close to no option', () => {
  const [problem] = refuse(
    right.replace('restart:', 'foobar:'),
    'validating /a/x.yml: services.mysql000ex11 Additional property foobar is not allowed',
  );
  expect(problem?.values).toMatchObject({ option: 'foobar', similar: '' });
});

it.each([
  ['depends on undefined service', 'mysql000ex1', 'services'],
  ['refers to undefined network', 'wordpress00net1', 'networks'],
  ['refers to undefined volume', 'wordpress00vol12', 'volumes'],
])('names what the file does not declare: %s', (words, name, kind) => {
  const quoted = kind === 'services' ? `"${name}"` : name;
  const [problem] = refuse(
    right,
    `service "wordpress000ex12" ${words} ${quoted}: invalid compose project`,
  );
  expect(problem).toMatchObject({
    code: 'compose-name-undeclared',
    values: { service: 'wordpress000ex12', kind, name },
  });
});

it('gives the line of a value and of a place that Compose quotes', () => {
  const [port] = refuse(right.replace('8085:80', '8085:8O'), 'Invalid containerPort: 8O');
  expect(port).toMatchObject({
    code: 'compose-file-unreadable',
    values: { line: lineOf(right, '8085:80'), text: '- 8085:8O', cause: 'other' },
  });
  const [list] = refuse(
    right.replace('- 8085:80', '-8085:80'),
    'validating /a/x.yml: services.wordpress000ex12.ports must be a list',
  );
  expect(list?.values).toMatchObject({
    line: lineOf(right, 'ports:'),
    said: 'services.wordpress000ex12.ports must be a list',
  });
});

it('a missing Compose is the problem compose-missing, not one of the file', () => {
  const [problem] = refuse(right, "docker: 'compose' is not a docker command.");
  expect(problem?.code).toBe('compose-missing');
});
