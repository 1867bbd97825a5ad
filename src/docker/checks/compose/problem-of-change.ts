import type { Told } from '../../../core/checks/mending';
import type { Problem } from '../../../core/problem';
import { faultsOf } from '../../../core/repair/faults';
import { isMapping, type Fault, type Goal } from '../../../core/repair/goal';
import { partsOf, pathsOf } from '../../../core/repair/parts';
import {
  declarationMissing,
  nameUndeclared,
  optionUnknown,
  serviceMissing,
  settingWrong,
} from '../../problems/compose';
import { environmentEquals, platformUnknown, versionNumber } from '../../problems/compose-values';
import type { WrongFile } from './mend';
import { commandProblem } from './never-works';

/** The problem of a change, where it tells more than the kind of mistake: the setting, the service or the name that it sets right. */
export function problemOfChange(change: Told, wrong: WrongFile, goal: Goal): Problem | undefined {
  if (change.mistake === 'colon-other' || change.mistake === 'dash-missing')
    return ofEnvironment(wrong, change);
  const left = new Set(faultsOf(change.after, goal).map(keyOf));
  const ended = faultsOf(change.before, goal).filter((fault) => !left.has(keyOf(fault)));
  const line = String(change.line);
  const fault = ended.find(({ kind }) => kind !== 'unknown') ?? ended[0];
  if (!fault) return undefined;
  switch (change.mistake) {
    case 'value':
    case 'missing':
      return ofFault(fault, wrong);
    case 'unknown':
      return ofOddOne(fault, wrong);
    case 'name-misspelt':
    case 'name-other':
      return ofName(ended, wrong, line);
    case 'not-needed':
      return fault.path[0] === 'version'
        ? versionNumber({ file: wrong.file, line, found: String(fault.found) })
        : undefined;
    case 'slash-comment':
      return ofPlatform(fault, wrong);
    default:
      return undefined;
  }
}

const keyOf = ({ kind, path }: Fault): string => `${kind} ${path.join(' ')}`;

function ofFault(fault: Fault, wrong: WrongFile): Problem | undefined {
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
function ofOddOne(fault: Fault, wrong: WrongFile): Problem | undefined {
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
function ofSetting(fault: Fault, wrong: WrongFile): Problem | undefined {
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

function ofPlatform({ path, found }: Fault, { file, told }: WrongFile): Problem | undefined {
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

/** Variables with an equals sign that are no items. */
function ofEnvironment({ file }: WrongFile, { before, after, line }: Told): Problem | undefined {
  const [old, lines] = [before.split('\n'), after.split('\n')];
  const at = lines.findIndex((text, index) => text !== old[index]);
  const [, service = '', option] = (pathsOf(lines.map(partsOf))[at] ?? []).map(String);
  const isWritten = /^\s*\w+\s*=/.test(old[at] ?? '');
  return option === 'environment' && isWritten
    ? environmentEquals({ file, line: String(line), service })
    : undefined;
}

/** A name that is misspelt: of an option, a service, a network or a volume. */
function ofName(ended: readonly Fault[], wrong: WrongFile, line: string): Problem | undefined {
  const odd = ended.find(({ isName }) => isName);
  const unknown = ended.find(({ kind }) => kind === 'unknown');
  const missing = ended.find(({ kind, path }) => kind === 'missing' && path.length <= 2);
  if (odd) {
    const name = String(odd.path.at(-1));
    return wrong.told.find(({ values }) => values['name'] === name) ?? ofSetting(odd, wrong);
  }
  if (unknown && unknown.path.length !== 2) return ofOption(unknown, ended, wrong, line);
  return missing && ofFault(missing, wrong);
}

function ofOption(
  { path }: Fault,
  ended: readonly Fault[],
  { file }: WrongFile,
  line: string,
): Problem | undefined {
  const option = String(path.at(-1));
  const parent = path.slice(0, -1);
  const place = parent.length === 0 ? '(root)' : parent.join('.');
  const similar = ended.find(
    (fault) => fault.kind === 'missing' && fault.path.length === path.length,
  );
  if (!similar) return undefined;
  return optionUnknown({
    file,
    line,
    place,
    option,
    similar: String(similar.path.at(-1)),
    home: '',
  });
}
