import type { Problem } from '../core/problem';
import { lookElsewhere } from './aws/account';
import { callerIdentity } from './aws/client';
import { isAlive, type CloudResource } from './aws/resource';
import { changesOf, type VmChange } from './changes';
import { correctionsOf } from './config/corrections';
import type { Student } from './config/students';
import { ownerOf, strangersOf, type Owner } from './records/owner';
import { ownedBy } from './records/require-owner';
import { cloudOrPermissions } from './preflight';
import { elsewhereProblems } from './elsewhere';
import { classPlace } from './problems/class';
import { namesOf } from './records/remembered';
import type { ClassSession } from './session';

/** What is known before anything is changed: whose login it is, what the cloud has, and what `up` would do. */
export interface Survey {
  /** The login of AWS. */
  readonly account: string;
  readonly owner: Owner;
  /** Whether the class of another owner is taken over. */
  readonly takeOver: boolean;
  /** The tag of what is made: a class that was carried here keeps the owner that it has. */
  readonly ownerTag: string;
  /** What the class has in its region. */
  readonly things: readonly CloudResource[];
  readonly changes: readonly VmChange[];
  /** What forbids any change: another owner, another region, another network. */
  readonly problems: readonly Problem[];
}

/** What a command asks for. */
export interface Asked {
  /** The ids of the students whose VM is to be made again. */
  readonly replace?: readonly string[];
  /** Whether the class of another owner is taken over. */
  readonly takeOver?: boolean;
}

/** Looks at the account, the class and the roster; changes nothing. */
export async function surveyClass(session: ClassSession, asked: Asked = {}): Promise<Survey> {
  const { config, folder } = session;
  const account = await callerIdentity(config.region);
  const [owner, things, others, names] = await Promise.all([
    ownerOf(session, account),
    cloudOrPermissions(account, session),
    lookElsewhere(config.region),
    namesOf(folder),
  ]);
  const vms = things.filter(({ kind, state = '' }) => kind === 'instance' && isAlive(state));
  const changes = changesOf({
    config,
    vms,
    names,
    replace: asked.replace ?? [],
    renamed: renamedIn(config.students, vms, names),
  });
  const known = things.find(({ owner: tag }) => tag !== undefined && owner.isOwn(tag))?.owner;
  const strangers = asked.takeOver ? [] : strangersOf(owner, things);
  return {
    account,
    owner,
    takeOver: asked.takeOver ?? false,
    ownerTag: known ?? owner.tag,
    things,
    changes,
    problems: [
      ...(strangers.length > 0 ? [ownedBy(session.fleet, owner, things)] : []),
      ...elsewhereProblems({ fleet: session.fleet, region: config.region }, others),
      ...placed(session, things, vms),
    ],
  };
}

/** The students on the roster whose VM has the name that they had before it was corrected. */
function renamedIn(
  students: readonly Student[],
  vms: readonly CloudResource[],
  names: ReadonlyMap<string, string>,
) {
  const ids = new Set(students.map(({ id }) => id));
  const withVm = new Set(vms.flatMap(({ student }) => student ?? []));
  const gone = [...withVm].filter((id) => !ids.has(id));
  const from = gone.map((id) => ({ id, name: names.get(id) ?? id }));
  const anew = students.flatMap((to) => {
    const name = names.get(to.id) ?? to.name;
    return withVm.has(to.id) && name !== to.name ? [{ from: { id: to.id, name }, to }] : [];
  });
  return [
    ...anew,
    ...correctionsOf(
      from,
      students.filter(({ id }) => !withVm.has(id)),
    ),
  ];
}

/** VMs cannot be moved to another network. */
function placed(
  { fleet, config }: ClassSession,
  things: readonly CloudResource[],
  vms: readonly CloudResource[],
): Problem[] {
  const own = things.find(({ kind }) => kind === 'subnet')?.id;
  const has = vms.find(({ subnet }) => subnet !== undefined)?.subnet;
  if (has === undefined) return [];
  const isOther = config.subnet === undefined ? has !== own : has !== config.subnet;
  if (!isOther) return [];
  return [classPlace({ name: fleet, has, wanted: config.subnet ?? '' })];
}
