import type { System } from '../core/system';
import type { Text } from '../core/text';
import type { MirrorAnswer } from '../images/mirror-answer';
import type { Problem } from '../core/problem';
import type { Node } from '../kubernetes/cluster/objects';
import { noReadyNode } from '../kubernetes/problems/service';
import { architectureUnknown } from '../computer/problems/architecture';
import * as problems from './problems';

/** What was found about one topic; `optional`: it is missing, but only some need it; `warning`: the labs work all the same. */
export interface Found {
  readonly status: 'ok' | 'problem' | 'warning' | 'optional' | 'unknown';
  /** The same in every language where it is only a name or a number. */
  readonly found: Text;
  readonly problems: readonly Problem[];
}

/** A text that is the same in every language. */
export const same = (text: string): Text => ({ ko: text, en: text });

/** Nothing is wrong. */
export const ok = (found: Text): Found => ({ status: 'ok', found, problems: [] });

/** Something keeps the labs from working. */
export const bad = (found: Text, ...list: readonly Problem[]): Found => ({
  status: 'problem',
  found,
  problems: list,
});

/** Judges the version of the Compose plugin. */
export function judgeCompose(version: string): Found {
  const major = Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
  return major >= 2 ? ok(same(version)) : bad(same(version), problems.composeTooOld({ version }));
}

/** Bytes below which nothing can be pulled, and those that all images of the book take. */
const diskLimits = { needed: 1e9, comfortable: 6e9 };

/** Judges the free space of a folder, in bytes. */
export function judgeDisk(folder: string, bytes: number): Found {
  const free = gigabytes(bytes);
  const found = { ko: `${free} 남음 (${folder})`, en: `${free} free (${folder})` };
  if (bytes >= diskLimits.comfortable) return ok(found);
  const low = problems.diskLow({ folder, free, wanted: gigabytes(diskLimits.comfortable) });
  return { ...bad(found, low), ...(bytes < diskLimits.needed ? {} : { status: 'warning' }) };
}

/** The finding about the disk, with a note where the work is done in WSL and its folder is one of Windows. */
export function withSide(found: Found, system: System, folder: string): Found {
  if (system !== 'wsl' || !/^\/mnt\/[a-z](?:\/|$)/i.test(folder)) return found;
  return { ...found, problems: [...found.problems, problems.folderOfWindows({ folder })] };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

const architectures: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  amd64: 'amd64',
  aarch64: 'arm64',
  arm64: 'arm64',
};

/** Judges the kind of computer that the engine runs on, as the engine names it. */
export function judgeArchitecture(architecture: string): Found {
  const known = architectures[architecture];
  return known ? ok(same(known)) : bad(same(architecture), architectureUnknown({ architecture }));
}

/** Judges by how many milliseconds the engine's clock is ahead of this machine's, or behind. */
export function judgeClock(ahead: number): Found {
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const found = { ko: `차이 ${seconds}초`, en: `${seconds} s apart` };
  return seconds <= 60
    ? ok(found)
    : bad(found, problems.clockDiffers({ seconds: String(seconds) }));
}

/** Judges what the registry mirrors of an engine answered; a silent one is only a warning, because images can be pulled elsewhere. */
export function judgeMirrors(mirrors: readonly MirrorAnswer[]): Found {
  if (mirrors.length === 0) return ok({ ko: '쓰지 않음', en: 'none' });
  const silent = mirrors.filter(({ state }) => state === 'silent');
  const said = mirrors.map(describeMirror);
  const found = {
    ko: said.map(({ ko }) => ko).join(', '),
    en: said.map(({ en }) => en).join(', '),
  };
  if (silent.length === 0) return ok(found);
  const list = silent.map(({ url, reason }) => problems.mirrorSilent({ url, reason }));
  return { status: 'warning', found, problems: list };
}

function describeMirror({ url, state, has, of }: MirrorAnswer): Text {
  if (state === 'unasked') return same(url);
  if (state === 'silent') return { ko: `${url} (응답 없음)`, en: `${url} (no answer)` };
  return {
    ko: `${url} 사용 중 (책의 이미지 ${of}개 가운데 ${has}개)`,
    en: `${url} in use (${has} of the book's ${of} images)`,
  };
}

/** Judges the address from which this machine is seen on the internet, as a CIDR; only a class on AWS asks for it. */
export function judgeAddress(cidr: string | undefined): Found {
  if (cidr === undefined) {
    const found = {
      ko: '알 수 없음 (인터넷에 연결되지 않음)',
      en: 'unknown (the internet does not answer)',
    };
    return { status: 'unknown', found, problems: [] };
  }
  const ip = cidr.replace(/\/32$/, '');
  return ok({
    ko: `${ip} (AWS의 실습 VM에 접속되지 않으면 선생님이 설정 파일에 더합니다: allow: [${cidr}])`,
    en: `${ip} (if a class on AWS does not let you in, your teacher adds: allow: [${cidr}])`,
  });
}

/** Judges the nodes of a cluster; none means that the user may not see them, which is ok. */
export function judgeNodes(place: string, context: string, nodes: readonly Node[] = []): Found {
  const isReady = ({ status }: Node) =>
    status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false;
  if (nodes.length === 0 || nodes.some(isReady)) return ok(same(place));
  const names = nodes.map(({ metadata }) => `${metadata.name} (NotReady)`).join(', ');
  return { ...bad(same(place), noReadyNode({ context, nodes: names })), status: 'warning' };
}
