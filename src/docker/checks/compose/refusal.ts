import { distance } from 'fastest-levenshtein';
import type { EngineState } from '../../model/exercise';
import { endOf, readLimit } from '../../../core/answers/bounds';
import { failureFrom } from '../../engine/refusals';
import type { Problem } from '../../../core/problem';
import { rootOptions, serviceOptions } from './options';
import * as problems from '../../problems/compose/compose';
import { fileUnreadable } from '../../problems/compose/file';
import { lineIn, yamlMistake } from '../../../core/checks/yaml-mistake';

/** A Compose file that Compose refused. */
export interface RefusedFile {
  /** Its path as the reader knows it. */
  readonly file: string;
  readonly source: string;
  /** What Compose said on its error output. */
  readonly stderr: string;
  readonly wanted: EngineState;
}

/** Why Compose refuses a file: where the typing error is, or which name it does not know. */
export function refusal(told: RefusedFile): Problem {
  const refused = { ...told, stderr: endOf(told.stderr, readLimit.error) };
  const { file, source, stderr } = refused;
  const ofMachine = machineRefusal(stderr);
  if (ofMachine) return ofMachine;
  const said = (failureFrom(stderr).values['said'] ?? '').replace(
    /^validating [^:]*(?::\\[^:]*)?: /,
    '',
  );
  const mistake = yamlMistake(source);
  if (mistake) {
    return fileUnreadable({ file, said, ...mistake, line: String(mistake.line) });
  }
  return (
    unknownOption(refused) ??
    unknownName(refused) ??
    imageMissing(refused) ??
    fileUnreadable({ file, said, cause: 'other', ...placeOf(source, stderr) })
  );
}

/** Why Compose does not read any file here: a problem of the machine or of Docker; undefined where the file is to blame. */
export function machineRefusal(stderr: string): Problem | undefined {
  const { code, problem } = failureFrom(endOf(stderr, readLimit.error));
  return code === 'command-failed' ? undefined : problem;
}

// Compose 2.26: `x.yml: services.web Additional property port is not allowed`, `x.yml: (root) Additional …`.
// Compose 2.40: `x.yml: services.web additional properties 'port' not allowed`, `x.yml:  additional …` at the top level.
const optionPattern = /[Aa]dditional propert(?:y|ies) '?(?<option>[^\s',]+)/;
const placePattern = /^(?:\(root\)|(?:services|networks|volumes|configs|secrets)\.[\w.-]+)$/;

function unknownOption({ file, source, stderr, wanted }: RefusedFile): Problem | undefined {
  const match = optionPattern.exec(stderr);
  const option = match?.groups?.['option'];
  if (!option) return undefined;
  const place = placeBefore(stderr.slice(0, match.index));
  const parents = place === '(root)' ? [] : place.split('.');
  const line = String(lineIn(source, [...parents, option]) ?? '');
  const home = parents.length === 0 ? homeOf(option, wanted) : '';
  const known = parents.length === 0 ? rootOptions : serviceOptions;
  const similar = home ? '' : nearest(option, known);
  return problems.optionUnknown({ file, line, place, option, similar, home });
}

/** The place that the last word of a text names; else the top level. */
function placeBefore(text: string): string {
  const word = text.trimEnd().split(/\s/).at(-1) ?? '';
  const place = word.endsWith(':') ? word.slice(0, -1) : word;
  return placePattern.test(place) ? place : '(root)';
}

function homeOf(name: string, wanted: EngineState): string {
  const kinds = ['services', 'networks', 'volumes'] as const;
  return kinds.find((kind) => name in (wanted[kind] ?? {})) ?? '';
}

function nearest(name: string, known: readonly string[]): string {
  const word = name.toLowerCase();
  const close = known
    .map((option) => ({ option, far: distance(option, word) }))
    .filter(({ option, far }) => far <= (option.length > 5 ? 2 : 1) || option.startsWith(word))
    .sort((a, b) => Math.min(a.far, 3) - Math.min(b.far, 3));
  return close[0]?.option ?? '';
}

const namePattern =
  /service "(?<service>[^"]+)" (?:depends on|refers to) undefined (?<kind>service|network|volume) "?(?<name>[^\s":]+)/;

function unknownName({ file, source, stderr }: RefusedFile): Problem | undefined {
  const { service = '', kind, name = '' } = namePattern.exec(stderr)?.groups ?? {};
  if (!kind) return undefined;
  const option = kind === 'service' ? 'depends_on' : `${kind}s`;
  const line = String(lineIn(source, ['services', service, option, name]) ?? '');
  return problems.nameUndeclared({ file, line, service, kind: `${kind}s`, name });
}

function imageMissing({ stderr, wanted }: RefusedFile): Problem | undefined {
  const service = /service "([^"]+)" has neither an image/.exec(stderr)?.[1];
  if (!service) return undefined;
  const image = wanted.services?.[service]?.image ?? '';
  return problems.settingWrong({ service, setting: 'image', wanted: image, found: '' });
}

/** The line that Compose's words lead to: by a path of keys, or by a value that they quote. */
function placeOf(source: string, stderr: string): { line: string; text: string } {
  const lines = source.split(/\r?\n/);
  const path = /\b(?:services|networks|volumes)(?:\.[\w-]+)*/.exec(stderr)?.[0];
  const value = /[Ii]nvalid [\w ]{1,60}[:=] ?"?([^\s"]+)/.exec(stderr)?.[1];
  const quoted = lines.findIndex((text) => value !== undefined && text.includes(value)) + 1;
  const line = quoted || (path ? lineIn(source, path.split('.')) : undefined);
  return line
    ? { line: String(line), text: (lines[line - 1] ?? '').trim() }
    : { line: '', text: '' };
}
