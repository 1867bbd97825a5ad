import { isMapping, type Fault } from '../../../core/repair/goal';
import { isPlatform, nearestPlatform } from './platform-name';
import { mendedWords, wrongWords } from './server-command';

/** What Compose refuses in a file, or what never works, whatever the task is. */
export function misfitsIn(tree: unknown): Fault[] {
  if (!isMapping(tree)) return [];
  const { version, services, networks, volumes } = tree;
  const isText = version === undefined || typeof version === 'string';
  return [
    ...(isText ? [] : [unknown(['version'], version)]),
    ...ofForm(['services'], services, [mapping]),
    ...ofForm(['networks'], networks, [nothing, mapping]),
    ...ofForm(['volumes'], volumes, [nothing, mapping]),
    ...entriesOf(services).flatMap(([name, service]) =>
      isMapping(service) ? inService(['services', name], service) : [],
    ),
  ];
}

type Fields = Readonly<Record<string, unknown>>;
type Form = (value: unknown) => boolean;

const nothing: Form = (value) => value === null || value === undefined;
const text: Form = (value) => typeof value === 'string';
const mapping: Form = isMapping;
const plain: Form = (value) => nothing(value) || typeof value !== 'object';
const withTarget: Form = (value) => isMapping(value) && 'target' in value;

const entriesOf = (value: unknown): [string, unknown][] =>
  isMapping(value) ? Object.entries(value).filter(([name]) => name !== '<<') : [];

/** The forms that Compose takes for the entries of a list, and for those of a mapping. */
const inside: Readonly<Record<string, { readonly items: Form[]; readonly values: Form[] }>> = {
  networks: { items: [text], values: [nothing, mapping] },
  depends_on: { items: [text], values: [mapping] },
  environment: { items: [text], values: [plain] },
  ports: { items: [isPort, withTarget], values: [] },
  volumes: { items: [text, withTarget], values: [] },
  command: { items: [plain], values: [] },
  entrypoint: { items: [plain], values: [] },
};
const texts = ['image', 'container_name', 'restart', 'platform', 'hostname', 'network_mode'];

function inService(path: readonly string[], service: Fields): Fault[] {
  const { platform } = service;
  return [
    ...texts.flatMap((name) =>
      fits(service[name], [nothing, text]) ? [] : [unknown([...path, name], service[name])],
    ),
    ...Object.entries(inside).flatMap(([name, { items, values }]) => [
      ...ofItems([...path, name], service[name], items),
      ...ofForm([...path, name], service[name], values),
    ]),
    ...(typeof platform === 'string' && !isPlatform(platform) && !isOfEnvironment(platform)
      ? [inPlatform([...path, 'platform'], platform)]
      : []),
    ...inCommand([...path, 'command'], service),
  ];
}

const fits = (value: unknown, forms: readonly Form[]) => forms.some((form) => form(value));

function ofItems(path: Fault['path'], list: unknown, forms: readonly Form[]): Fault[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, at) => (fits(item, forms) ? [] : [unknown([...path, at], item)]));
}

function ofForm(path: Fault['path'], fields: unknown, forms: readonly Form[]): Fault[] {
  return entriesOf(fields).flatMap(([name, value]) =>
    fits(value, forms) ? [] : [unknown([...path, name], value)],
  );
}

const unknown = (path: Fault['path'], found: unknown): Fault => ({
  kind: 'unknown',
  path,
  found,
  weight: 1.5,
});

const wrong = (path: Fault['path'], wanted: unknown, found: unknown): Fault => ({
  kind: 'wrong',
  path,
  wanted,
  found,
  weight: 1.5,
});

function inPlatform(path: Fault['path'], found: string): Fault {
  const near = nearestPlatform(found);
  return near === undefined ? unknown(path, found) : wrong(path, near, found);
}

/** Whether a value comes from the environment or from the file `.env`. */
export const isOfEnvironment = (value: unknown): boolean =>
  typeof value === 'string' && /\$(?:\{|\w)/.test(value);

function isPort(port: unknown): boolean {
  if (typeof port === 'object') return false;
  if (isOfEnvironment(port)) return true;
  const form = /^(?:(?:[\d.]+|\[[\w:]+\]):)?(?:[\d-]*:)?\d+(?:-\d+)?(?:\/(?:tcp|udp|sctp))?$/;
  const numbers =
    String(port)
      .replace(/^[\d.]+:(?=\d+:)/, '')
      .match(/\d+/g) ?? [];
  return form.test(String(port)) && numbers.every((number) => Number(number) <= 65_535);
}

function inCommand(path: Fault['path'], { image, command, entrypoint }: Fields): Fault[] {
  if (typeof image !== 'string' || entrypoint !== undefined) return [];
  const isList = Array.isArray(command);
  // The words of a text with quotes are not read here.
  if (!isList && (typeof command !== 'string' || /["'$]/.test(command))) return [];
  const words = isList ? command.map(String) : command.trim().split(/\s+/);
  const found = wrongWords(image, words);
  if (found.length === 0) return [];
  const mended = mendedWords(words, found);
  if (mended.length === 0) return [unknown(path, command)];
  if (!isList) return [wrong(path, mended.join(' '), command)];
  return found.map(({ at, word, instead }) =>
    instead === undefined ? unknown([...path, at], word) : wrong([...path, at], instead, word),
  );
}
