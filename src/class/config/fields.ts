import { resolve } from 'node:path';

import { parseDocument } from 'yaml';

import type { Text } from '../../core/text';
import { configFile } from './config';
import { ConfigError, shown } from './issue';
import { readText } from './text-file';

/** What a configuration's file says, unchecked. */
export interface FileFields {
  readonly fields: Readonly<Record<string, unknown>>;
  /** The path of the file; undefined where there is none. */
  readonly readFrom: string | undefined;
}

/** Reads the file of a configuration; one that was named has to be there. Throws a `ConfigError`. */
export function readFields(folder: string, file: string): FileFields {
  const path = resolve(folder, file);
  const text = readText(path, { needed: file !== configFile, name: file });
  return text === undefined
    ? { fields: {}, readFrom: undefined }
    : { fields: parseYaml(file, text), readFrom: path };
}

function parseYaml(file: string, text: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    const value = shown(text.split('\n')[line - 1]?.trim());
    const said = error.message.split('\n')[0] ?? '';
    const reason: Text = { ko: `YAML 문법에 맞지 않습니다 (${error.code}).`, en: said };
    throw new ConfigError(file, [{ path: file, line, value, reason, allowed: mapping }]);
  }
  const value = valueOf(file, () => document.toJS() as unknown) ?? {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ConfigError(file, [{ path: file, value: shown(value), allowed: mapping }]);
}

/** The library throws where aliases would make a small file a huge value. */
function valueOf(file: string, read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    const reason: Text = {
      ko: '별칭(`*이름`)을 풀 수 없습니다.',
      en: `Its aliases (\`*name\`) cannot be resolved: ${String(error)}`,
    };
    throw new ConfigError(file, [{ path: file, value: '-', reason, allowed: mapping }]);
  }
}

const mapping: Text = {
  ko: '`class: docker` 같은 줄로 된 YAML',
  en: 'YAML of lines such as `class: docker`',
};
