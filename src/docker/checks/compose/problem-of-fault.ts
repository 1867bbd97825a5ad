import type { Problem } from '../../../core/problem';
import { isMapping, type Fault } from '../../../core/repair/goal';
import {
  declarationMissing,
  nameUndeclared,
  serviceMissing,
  settingWrong,
} from '../../problems/compose/compose';
import { platformUnknown } from '../../problems/compose/values';
import type { WrongFile } from './mend';
import { commandProblem } from './never-works';

/** The problem of a fault in what the exercise asks for; undefined for what it does not know. */
export function ofFault(fault: Fault, wrong: WrongFile): Problem | undefined {
  const [kind, name, option] = fault.path.map(String);
  if (fault.kind === 'unknown') return undefined;
  if (kind === 'networks' || kind === 'volumes') return ofDeclaration(fault, kind, wrong);
  if (kind !== 'services' || name === undefined) return undefined;
  if (option === undefined) return missingService(name, wrong);
  return ofPlatform(fault, wrong) ?? ofCommand(fault, wrong) ?? ofSetting(fault, wrong);
}

/** A network or a volume that the top level does not declare. */
function ofDeclaration(
  { path, wanted }: Fault,
  kind: 'networks' | 'volumes',
  wrong: WrongFile,
): Problem | undefined {
  const { file, source, config } = wrong;
  const [name, ...others] =
    path.length === 1 && isMapping(wanted) ? Object.keys(wanted) : [path[1]];
  if (typeof name !== 'string' || others.length > 0 || path.length > 2) return undefined;
  const service = config ? undefined : serviceWith(name, wrong);
  if (service === undefined) return declarationMissing({ file, kind, name });
  const lines = source.split('\n');
  const line = String(lines.findIndex((text) => text.includes(name)) + 1 || '');
  return nameUndeclared({ file, line, service, kind, name });
}

/** Something that goes: an option of the top level that nothing needs, a platform or a command that never works. */
export function ofOddOne(fault: Fault, wrong: WrongFile): Problem | undefined {
  const option = String(fault.path.at(-1));
  const same = wrong.told.find(({ values }) => values['option'] === option);
  if (same?.values['similar'] === 'version') return same;
  return ofPlatform(fault, wrong) ?? ofCommand(fault, wrong);
}

function missingService(service: string, { file, told, config }: WrongFile): Problem {
  const same = told.find(
    ({ code, values }) => code === 'compose-service-missing' && values['service'] === service,
  );
  const found = Object.keys(config?.services ?? {}).join(', ');
  return same ?? serviceMissing({ file, service, found });
}

/** The first service that uses a network or a volume. */
function serviceWith(name: string, { wanted }: WrongFile): string | undefined {
  const all = Object.entries(wanted.services ?? {});
  return all.find(
    ([, { networks = [], volumes = [] }]) =>
      networks.includes(name) || volumes.some((volume) => volume.startsWith(`${name}:`)),
  )?.[0];
}

/** The problem that Compose's reading tells of the same setting; else one that is made from the fault. */
export function ofSetting(fault: Fault, wrong: WrongFile): Problem | undefined {
  const [, key = '', option = ''] = fault.path.map(String);
  const service = nameOf(key, wrong);
  const variable = option === 'environment' ? variableOf(fault) : undefined;
  const setting = variable === undefined ? option : `environment: ${variable}`;
  const [want, have] = [fault.wanted, fault.found].map((value) => textOf(value, variable));
  const same = wrong.told.filter(
    ({ values }) =>
      values['service'] === service &&
      (values['setting'] === setting || (variable && values['variable'] === variable)),
  );
  const told = same.find(({ values }) => values['wanted'] === want) ?? same[0];
  if (told) return told;
  return want === undefined
    ? undefined
    : settingWrong({ service, setting, wanted: want, found: have ?? '' });
}

/** The exercise's name of a service whose container has it. */
function nameOf(key: string, { wanted, config }: WrongFile): string {
  if (wanted.services?.[key]) return key;
  return config?.services?.[key]?.container_name ?? key;
}

function variableOf({ path, wanted }: Fault): string | undefined {
  const last = path[3];
  if (typeof last === 'string') return last;
  return typeof last === 'number' ? String(wanted).split('=')[0] : undefined;
}

/** A value as a problem names it; undefined for what has several. */
function textOf(value: unknown, variable?: string): string | undefined {
  if (value === undefined || value === null) return '';
  const [only] = Array.isArray(value) && value.length === 1 ? (value as unknown[]) : [value];
  if (typeof only === 'object') return undefined;
  const text = String(only);
  return variable && text.startsWith(`${variable}=`) ? text.slice(variable.length + 1) : text;
}

/** The problem of a platform that does not exist. */
export function ofPlatform({ path, found }: Fault, { file, told }: WrongFile): Problem | undefined {
  const [, service = '', option] = path.map(String);
  if (option !== 'platform') return undefined;
  return (
    told.find((one) => isAbout(one, 'compose-platform-unknown', service)) ??
    platformUnknown({ file, service, platform: String(found) })
  );
}

function ofCommand({ path, found }: Fault, { file, told, wanted }: WrongFile): Problem | undefined {
  const [, service = '', option] = path.map(String);
  if (option !== 'command') return undefined;
  const same = told.find((one) => isAbout(one, 'compose-command-wrong', service));
  const image = wanted.services?.[service]?.image ?? '';
  const words = Array.isArray(found) ? found.map(String) : String(found).split(/\s+/);
  return same ?? commandProblem(file, service, image, words);
}

const isAbout = ({ code, values }: Problem, wanted: string, service: string): boolean =>
  code === wanted && values['service'] === service;
