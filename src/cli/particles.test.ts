import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { containerTask, serviceTasks } from '../../labs/shared/container-task';
import { labs } from '../../labs/index';
import { repository } from '../../testbed/programs/paths';
import type { Step } from '../core/task';
import { endings, wrongInTemplates, wrongParticles } from './particles.fixture';

it.each([
  ['`강`를 지웁니다.', '강', ['강`를']],
  ['`강`을 지웁니다.', '강', []],
  ['`서울`으로 갑니다.', '서울', ['서울`으로']],
  ['`서울`로 갑니다.', '서울', []],
  ['`kun`로 합니다.', 'kun', ['kun`로']],
  ['`kun` 값을 넣습니다.', 'kun', []],
  ['컨테이너(`강`)가 없습니다.', '강', []],
  ['`강`(나)가 없습니다.', '강', ['강`가']],
  ['강이름이 있습니다.', '강', []],
])('in %j, behind %j, the wrong particles are %j', (sentence, value, wrong) => {
  expect(wrongParticles(sentence, value)).toEqual(wrong);
});

it.each([
  ['ko: `${name}를 지웁니다.`', ['${name}를']],
  ['ko: `\\`${name}\\`로 갑니다.`', ['${name}\\`로']],
  ['ko: `\\`${name}\\` 이미지를 지웁니다.`', []],
  ['ko: `컨테이너(${name})가 없습니다.`', []],
  ["ko: `${josa(name, '을/를')} 지웁니다.`", []],
])('in the source %j the particles behind a value are %j', (source, wrong) => {
  expect(wrongInTemplates(source)).toEqual(wrong);
});

const sources = ['src', 'labs'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(name))
    .map((name) => join(folder, name)),
);

it.each(sources)('%s puts no particle behind a value in a template', (file) => {
  expect(wrongInTemplates(readFileSync(join(repository, file), 'utf8'))).toEqual([]);
});

/** Everything that a step says in Korean. */
function koreanOf({ ko, settings = [] }: Step): string[] {
  return [ko, ...settings.flatMap(({ name, values }) => [name.ko, ...values.map((one) => one.ko)])];
}

it.each(endings)('a task about a container named %s has the right particles', (value) => {
  const small = { image: value };
  const services = [
    { ...small, volumes: [`${value}:${value}`], networks: [value] },
    { ...small, volumes: [`./${value}:${value}`] },
    { ...small, environment: { [value]: value } },
    { ...small, environment: { [value]: value, x: value }, networks: [value], restart: 'always' },
  ] as const;
  const steps = services.flatMap((service) => [
    containerTask(value, service),
    ...serviceTasks({ services: { [value]: { ...service, depends_on: {} } } }),
  ]);
  expect(steps.flatMap(koreanOf).flatMap((text) => wrongParticles(text, value))).toEqual([]);
});

it.each(labs.map((lab) => [lab.id, lab] as const))('%s has the right particles', (_id, lab) => {
  const texts = [lab.title.ko, lab.hint.ko, ...lab.task.flatMap(koreanOf)];
  const quoted = texts.flatMap((text) => text.match(/(?<=`)[^`]*[가-힣](?=`)/g) ?? []);
  expect(texts.flatMap((text) => quoted.flatMap((word) => wrongParticles(text, word)))).toEqual([]);
  // A number can be read in several ways, so no particle is right behind it.
  expect(texts.join('\n')).not.toMatch(/\d(?:을|를|은|는|이|가|과|와|으로|로)(?![가-힣])/);
});
