import type { Told } from '../../../core/checks/mending';
import type { Problem } from '../../../core/problem';
import { faultsOf } from '../../../core/repair/faults';
import type { Fault, Goal } from '../../../core/repair/goal';
import { partsOf, pathsOf } from '../../../core/repair/parts';
import { optionUnknown } from '../../problems/compose/compose';
import { environmentEquals, versionNumber } from '../../problems/compose/values';
import type { WrongFile } from './mend';
import { ofFault, ofOddOne, ofPlatform, ofSetting } from './problem-of-fault';
import { ofOrder } from './problem-of-order';

/** The problem of a change, where it tells more than the kind of mistake: the setting, the service or the name that it sets right. */
export function problemOfChange(change: Told, wrong: WrongFile, goal: Goal): Problem | undefined {
  if (change.mistake === 'colon-other' || change.mistake === 'dash-missing')
    return ofEnvironment(wrong, change);
  const left = new Set(faultsOf(change.after, goal).map(keyOf));
  const ended = faultsOf(change.before, goal).filter((fault) => !left.has(keyOf(fault)));
  const line = String(change.line);
  const ofDependence = ofOrder(ended, wrong, line);
  if (ofDependence) return ofDependence;
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
