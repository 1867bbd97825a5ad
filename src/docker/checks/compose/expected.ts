import { parse, stringify } from 'yaml';
import { withExpected, type Problem } from '../../../core/problem';
import { composeFile } from '../../model/compose-file';
import type { EngineState, Service } from '../../model/exercise';
import { normal } from './normal';

/** A state without what a service needs today and the task does not ask for. */
export function asked(state: EngineState): EngineState {
  const services = Object.entries(state.services ?? {}).map(([name, service]) => {
    const { command: _command, healthcheck: _healthcheck, ...rest } = service;
    return [name, rest];
  });
  return { ...state, services: Object.fromEntries(services) as Record<string, Service> };
}

/** Problems of a file for which no change was found: each with the lines that the file should have at that place. */
export function withLines(problems: readonly Problem[], state: EngineState): Problem[] {
  const shown = new Set<string>();
  return problems.map((problem) => {
    const lines = linesFor(problem, asked(state));
    const text = lines.join('\n');
    if (problem.kind === 'note' || shown.has(text)) return problem;
    shown.add(text);
    return withExpected(problem, lines);
  });
}

/** The lines of a service, or those of the whole file. */
function linesFor({ values }: Problem, state: EngineState): string[] {
  const { service = '' } = values;
  const found = state.services?.[service];
  const part = found ? { services: { [service]: found } } : state;
  const lines = stringify(normal(parse(composeFile(part))), { nullStr: '', lineWidth: 0 });
  return lines.trimEnd().split('\n');
}
