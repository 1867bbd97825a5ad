import type { OwnLines, SolutionStep } from '../../core/shell/command';
import type { Manifest } from './manifests';
import { manifestText } from './manifest-object';
import { applyCommand, manifestPath, objectName } from './manifest-files';
import type { ClusterExercise } from './exercise';

/** The objects that the reader applies: those of the solution that the setup does not have, or has in another form. */
export function appliedBy({ setup, solution }: ClusterExercise): Manifest[] {
  return solution.filter((manifest) => !setup.some(({ file }) => file === manifest.file));
}

/** The objects that the reader deletes: those of the setup that the solution does not have. */
export function deletedBy({ setup, solution }: ClusterExercise): Manifest[] {
  const kept = new Set(solution.map(objectName));
  return setup.filter((manifest) => !kept.has(objectName(manifest)));
}

/** The commands and the files that lead from a lab's setup to its solution, derived from the data. */
export function kubeSteps(lab: ClusterExercise): SolutionStep[] {
  const applied = appliedBy(lab).flatMap((manifest) => [
    { file: manifestPath(manifest), text: manifestText(manifest) },
    applyCommand(manifestPath(manifest)),
  ]);
  const deleted = deletedBy(lab).map((manifest) => `kubectl delete -f ${manifestPath(manifest)}`);
  const { deletesPodOf: app } = lab;
  return [...applied, ...deleted, ...(app ? [deleteOnePod(app)] : [])];
}

/** Deletes one of the Pods with a label, whichever is listed first. */
function deleteOnePod(app: string): OwnLines {
  const list = `kubectl get pods -l app=${app} -o name`;
  const first = '-o "jsonpath={.items[0].metadata.name}"';
  const bash = `kubectl delete "$(${list} | head -n 1)"`;
  return {
    bash,
    'git-bash': bash,
    powershell: `kubectl delete (${list} | Select-Object -First 1)`,
    cmd: `for /f %p in ('kubectl get pods -l "app=${app}" ${first}') do kubectl delete pod %p`,
  };
}
