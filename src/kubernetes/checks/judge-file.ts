import { inFolder } from '../../core/machine/in-folder';
import { fileProblem, yamlOf } from '../../core/checks/reader-file';
import type { Mending } from '../../core/checks/mending';
import { Failure } from '../../core/failure';
import { withEdits, type Problem } from '../../core/problem';
import { fileEmpty } from '../../core/problems/file';
import { clusterFailure } from '../cluster/refusals';
import { filesOf, manifestPath } from '../model/manifest-files';
import { manifests, type Manifest } from '../model/manifests';
import { manifestRefused } from '../problems/manifest';
import type { ClusterContext } from './check';
import { textProblems } from './text-problems';

/** The result of judging the reader's file for an object of an exercise. */
export interface JudgedFile {
  readonly path: string;
  /** `unasked`: its text is right, and the cluster did not say whether it would take it. */
  readonly status: 'missing' | 'wrong' | 'right' | 'unasked';
  readonly problems: readonly Problem[];
}

/** Judges the reader's file for an object: of the files with the book's names for it, the right one if there is one. */
export async function judgeFiles(context: ClusterContext, manifest: Manifest): Promise<JudgedFile> {
  const judged = await Promise.all(
    filesOf(manifest).map((name) => judgeFile(context, manifest, name)),
  );
  const found = judged.filter(({ status }) => status !== 'missing');
  const missing: JudgedFile = { path: manifestPath(manifest), status: 'missing', problems: [] };
  const misnamed = judged.find(({ problems }) => problems[0]?.values['similar']);
  return (
    found.find(({ status }) => status === 'right') ?? found[0] ?? misnamed ?? judged[0] ?? missing
  );
}

/** Judges one file of the reader's, by its name without the ending. */
export async function judgeFile(
  context: ClusterContext,
  manifest: Manifest,
  name: string,
): Promise<JudgedFile> {
  const path = await spelledPath(context, manifestPath({ file: name }));
  const source =
    (await fileProblem(context, path, manifests.map(manifestPath))) ??
    (await yamlOf(context, path, 'no-nul'));
  if (typeof source !== 'string') {
    const status = source.code === 'file-missing' ? 'missing' : 'wrong';
    return { path, status, problems: [source] };
  }
  const problems = await problemsOf(context, manifest, path, source);
  return { path, status: statusOf(problems), problems };
}

function statusOf(problems: readonly Problem[]): JudgedFile['status'] {
  if (problems.length === 0) return 'right';
  return problems.every(({ kind }) => kind === 'cannot-tell') ? 'unasked' : 'wrong';
}

// Both endings are usual; the book writes `.yml`.
async function spelledPath({ dir, files }: ClusterContext, path: string): Promise<string> {
  const other = path.replace(/\.yml$/, '.yaml');
  const [kind, otherKind] = await Promise.all(
    [path, other].map((one) => files.kind(inFolder(dir, one))),
  );
  return kind === 'missing' && otherKind === 'file' ? other : path;
}

async function problemsOf(
  context: ClusterContext,
  manifest: Manifest,
  path: string,
  source: string,
): Promise<readonly Problem[]> {
  const problems = textProblems(manifest, path, source);
  if (!problems) return [fileEmpty({ file: path, dir: context.dir })];
  // The search with the platform's schema is loaded only for a file that is wrong.
  if (problems.length > 0) {
    const { judgeText } = await import('./judge-text');
    return judgeText(manifest, path, source) ?? problems;
  }
  const refused = await serverProblems(context, path, source).catch(problemOf);
  if (refused.every(({ code }) => code !== 'manifest-refused')) return refused;
  const { mendManifest } = await import('./mend-manifest');
  return withMending(refused, mendManifest(path, source, manifest));
}

function problemOf(error: unknown): readonly Problem[] {
  if (error instanceof Failure) return [error.problem];
  throw error;
}

// One mistake is what the server means; of several, each tells more than its words.
function withMending(
  refused: readonly Problem[],
  mending: Mending | undefined,
): readonly Problem[] {
  const { problems = [] } = mending ?? {};
  if (problems.length > 1) return problems;
  const edits = problems.flatMap((problem) => problem.edits ?? []);
  return refused.map((problem) => withEdits(problem, edits));
}

// The problems that the server finds in what the exercise does not ask for.
async function serverProblems(
  { cluster, dir }: ClusterContext,
  path: string,
  source: string,
): Promise<readonly Problem[]> {
  const { code, stderr } = await cluster.dryRun(inFolder(dir, path), source);
  // The file is right when it only cannot change an object that was made in another way.
  if (code === 0 || /field is immutable|updates may not/i.test(stderr)) return [];
  const failure = clusterFailure(stderr, cluster.target(), `kubectl apply -f ${path}`);
  if (failure.code === 'node-port-taken') return [];
  if (failure.code !== 'command-failed') return [failure.problem];
  return [manifestRefused({ file: path, said: failure.values['said'] ?? '' })];
}
