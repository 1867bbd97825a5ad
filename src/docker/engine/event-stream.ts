import { execa } from 'execa';
import { docker } from './client';
import { parseEvent } from './engine';
import type { EngineEvent } from './facts';
import { Failure } from '../../core/failure';
import { commandFailed } from '../../core/problems/program';

/** Follows the engine's events from a moment of its clock on, without a gap; resolves when `signal` aborts, throws the failure when the engine ends the stream. */
export async function followEvents(
  since: string,
  onEvent: (event: EngineEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const child = execa('docker', ['events', '--since', since, '--format', '{{json .}}'], {
    reject: false,
    stdin: 'ignore',
    stderr: 'ignore',
    // A stream has no end to wait for: nothing of it is kept.
    buffer: false,
    cancelSignal: signal,
  });
  for await (const line of child.iterable()) if (line) onEvent(parseEvent(String(line)));
  await child;
  if (signal.aborted) return;
  await docker(['version', '--format', '{{.Server.Version}}']);
  throw new Failure(commandFailed({ command: 'docker events', said: 'the stream ended' }));
}
