import type { Manifest } from '../../src/kubernetes/model/manifests';
import { manifestText } from '../../src/kubernetes/model/manifest-object';
import { readersPath } from '../../src/kubernetes/model/manifest-files';
import type { ExpectedProblem, LabCases, WrongAnswer } from './lab-cases';

/** A wrong answer of chapter 8, and what the reader does about its problems before typing the commands that are printed. */
export interface KubeAnswer extends WrongAnswer {
  /** A file mended in the editor, or what a command that only shows something leads to. */
  readonly mend?: string;
  /** Whether it is a slip in a file: the check reports it whatever the cluster holds, so that one slip can follow the other. */
  readonly isSlip?: boolean;
}

/** What is typed for a lab of chapter 8. */
export interface KubeCases extends LabCases {
  readonly wrong: Readonly<Record<string, KubeAnswer>>;
  /** Everything wrong at once: the problems that are reported first, those that are reported after these were mended, and so on until the lab passes. */
  readonly walk: readonly KubeAnswer[];
}

/** A change to the book's text that makes it wrong, and the problem that it must cause. */
export interface Slip {
  readonly change: Change;
  readonly problem: ExpectedProblem;
}

/** A piece of the book's text, and what stands in its place. */
export type Change = readonly [from: string, to: string];

/** A file with slips that is applied as it is, which the cluster may refuse; the reader mends all of them. */
export function slipped(manifest: Manifest, ...slips: readonly Slip[]): KubeAnswer {
  return {
    typed: triesToApply(manifest, ...slips.map(({ change }) => change)),
    problems: slips.map(({ problem }) => problem),
    mend: writes(manifest),
    isSlip: true,
  };
}

/** The shell lines that write a file of chapter 8 for a reader, with changes to the book's text; they fail where a change changes nothing. */
export function writes(manifest: Manifest, ...changes: readonly Change[]): string {
  const text = changes.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`'${from}' is not in ${manifest.file}`);
    return after;
  }, manifestText(manifest));
  return `mkdir -p kube_folder\ncat >${readersPath(manifest)} <<'END'\n${text}END`;
}

/** The shell lines that write such a file and apply it. */
export function applies(manifest: Manifest, ...changes: readonly Change[]): string {
  return `${writes(manifest, ...changes)}\nkubectl apply -f ${readersPath(manifest)}`;
}

/** The same for a file that the cluster refuses; the reader's session goes on. */
export function triesToApply(manifest: Manifest, ...changes: readonly Change[]): string {
  return `${applies(manifest, ...changes)} || true`;
}
