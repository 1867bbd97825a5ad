import type { Problem } from '../../core/problem';
import type { MachineFacts } from '../system/windows';
import type { WslState } from '../system/wsl';
import * as problems from '../problems/windows';

// What Docker Desktop's own documentation asks for.
const needed = {
  /** Windows 10 22H2. */
  build: 19_045,
  /** Builds of Windows 11 begin here. */
  eleven: 22_000,
  /** Windows 11 23H2. */
  elevenBuild: 22_631,
  wsl: [2, 1, 5],
  /** GiB; of 8 GiB, Windows tells somewhat less. */
  memory: 8,
  told: 7.5,
} as const;

/** What stands in the way of Docker Desktop on a Windows machine; a fact that is not known stands in no way. */
export function judgeWindows(machine: MachineFacts | undefined, wsl: WslState): Problem[] {
  return [...(machine ? judgeMachine(machine) : []), ...judgeWsl(wsl)];
}

function judgeMachine({ edition, build, memory, virtualization }: MachineFacts): Problem[] {
  const wanted = build >= needed.eleven ? needed.elevenBuild : needed.build;
  return [
    ...(build < wanted
      ? [problems.windowsTooOld({ edition, build: String(build), needed: String(wanted) })]
      : []),
    ...(virtualization === 'off' ? [problems.virtualizationOff({})] : []),
    ...(memory < needed.told
      ? [problems.memoryLow({ memory: memory.toFixed(1), needed: String(needed.memory) })]
      : []),
  ];
}

function judgeWsl(wsl: WslState): Problem[] {
  if (wsl.is === 'missing') return [problems.wslMissing({})];
  const version = wsl.is === 'there' ? wsl.version : '';
  if (wsl.is === 'there' && !isOlder(version, needed.wsl)) return [];
  return [problems.wslTooOld({ version, needed: needed.wsl.join('.') })];
}

function isOlder(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const at = least.findIndex((part, index) => parts[index] !== part);
  return at >= 0 && (parts[at] ?? 0) < (least[at] ?? 0);
}
