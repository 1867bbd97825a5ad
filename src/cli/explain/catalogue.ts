// Each module defines the problems of one thing.
import '../../class/problems/aws';
import '../../class/problems/aws-keys';
import '../../class/problems/aws-limits';
import '../../class/problems/aws-login';
import '../../class/problems/aws-types';
import '../../class/problems/carry';
import '../../class/problems/class';
import '../../class/problems/terraform';
import '../../class/problems/vm';
import '../../core/problems/answer';
import '../../core/problems/conflicts';
import '../../core/problems/file';
import '../../core/problems/file-name';
import '../../core/problems/file-refused';
import '../../core/problems/program';
import '../../core/problems/proxy';
import '../../core/problems/pull';
import '../../core/problems/records';
import '../../core/problems/remote';
import '../../core/problems/yaml-layout';
import '../../core/problems/yaml-mistake';
import '../../core/problems/yaml-signs';
import '../../docker/problems/built-image';
import '../../docker/problems/compose-accounts';
import '../../docker/problems/compose-file';
import '../../docker/problems/compose';
import '../../docker/problems/compose-values';
import '../../docker/problems/composed';
import '../../docker/problems/conflicts';
import '../../docker/problems/container-state';
import '../../docker/problems/container';
import '../../docker/problems/copy';
import '../../docker/problems/database';
import '../../docker/problems/dockerfile';
import '../../docker/problems/engine';
import '../../docker/problems/exit';
import '../../docker/problems/folder';
import '../../docker/problems/history';
import '../../docker/problems/http';
import '../../docker/problems/image';
import '../../docker/problems/left-over';
import '../../docker/problems/mount';
import '../../docker/problems/network';
import '../../docker/problems/podman';
import '../../docker/problems/ports';
import '../../docker/problems/published-ports';
import '../../docker/problems/registry';
import '../../docker/problems/removal';
import '../../docker/problems/volume';
import '../../docker/problems/windows-containers';
import '../../doctor/daemon-problems';
import '../../doctor/desktop-problems';
import '../../doctor/problems';
import '../../doctor/windows/problems';
import '../../images/problems';
import '../../kubernetes/problems/cluster';
import '../../kubernetes/problems/manifest-fields';
import '../../kubernetes/problems/manifest';
import '../../kubernetes/problems/rollout';
import '../../kubernetes/problems/service';
import { problemCatalogue, type ProblemDefinition } from '../../core/problem';

/** Every problem of the product by its code, in the order of the alphabet. */
export function allProblems(): ReadonlyMap<string, ProblemDefinition> {
  // Read when it is asked for: in the bundle, the modules above may run after this one.
  return new Map([...problemCatalogue].sort(([one], [other]) => (one < other ? -1 : 1)));
}
