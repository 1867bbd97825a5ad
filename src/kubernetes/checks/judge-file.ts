import { inFolder } from '../../core/machine/in-folder';
import { fileProblem, yamlOf } from '../../core/checks/reader-file';
import { yamlMistake } from '../../core/checks/yaml-mistake';
import type { Problem } from '../../core/problem';
import { fileEmpty } from '../../core/problems/file';
import { clusterFailure } from '../cluster/refusals';
import { filesOf, manifestPath } from '../model/manifest-files';
import { manifestObject } from '../model/manifest-object';
import { manifests, type Manifest } from '../model/manifests';
import { manifestRefused, manifestUnreadable } from '../problems/manifest';
import type { ClusterContext } from './check';
import { fieldProblems } from './field-problems';
import { manifestDocuments, type ManifestDocument } from './manifest-text';

/** The result of judging the reader's file for an object of an exercise. */
export interface JudgedFile {
  readonly path: string;
  readonly status: 'missing' | 'wrong' | 'right';
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
  const problems = await judgeText(context, manifest, path, source);
  return { path, status: problems.length === 0 ? 'right' : 'wrong', problems };
}

// Both endings are usual; the book writes `.yml`.
async function spelledPath({ dir, files }: ClusterContext, path: string): Promise<string> {
  const other = path.replace(/\.yml$/, '.yaml');
  const [kind, otherKind] = await Promise.all(
    [path, other].map((one) => files.kind(inFolder(dir, one))),
  );
  return kind === 'missing' && otherKind === 'file' ? other : path;
}

async function judgeText(
  context: ClusterContext,
  manifest: Manifest,
  path: string,
  source: string,
): Promise<readonly Problem[]> {
  const mistake = yamlMistake(source);
  if (mistake) {
    const { line, text, cause } = mistake;
    return [manifestUnreadable({ file: path, line: String(line), text, cause })];
  }
  const document = chooseDocument(manifestDocuments(source), manifest);
  if (!document) return [fileEmpty({ file: path, dir: context.dir })];
  const place = {
    name: path,
    lineOf: (at: Parameters<ManifestDocument['lineOf']>[0]) => String(document.lineOf(at)),
  };
  const problems = fieldProblems(manifestObject(manifest), document.value, place);
  return problems.length > 0 ? problems : serverProblems(context, path, source);
}

function chooseDocument(
  documents: readonly ManifestDocument[],
  { kind, props }: Manifest,
): ManifestDocument | undefined {
  const isOfKind = ({ value }: ManifestDocument) =>
    (value as { kind?: unknown } | null)?.kind === kind;
  const isNamed = ({ value }: ManifestDocument) =>
    (value as { metadata?: { name?: unknown } | null } | null)?.metadata?.name === props.name;
  return (
    documents.find((one) => isOfKind(one) && isNamed(one)) ??
    documents.find(isOfKind) ??
    documents[0]
  );
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
