import { podTrouble } from '../checks/pod-trouble';
import type { Change, Followed } from '../cluster/objects';
import { isReady, type Deployment, type NamespaceObjects, type Pod } from '../cluster/objects';
import type { LabEvent } from '../../core/lab-event';

const nothing: NamespaceObjects = {
  deployments: [],
  replicaSets: [],
  pods: [],
  services: [],
  events: [],
};

/** Remembers objects as they were, and says what a change of one of them means; an unchanged object means nothing. */
export class Account {
  private readonly known = new Map<string, Followed>();

  /** Takes objects as they are, and reports nothing. */
  begin(objects: readonly Followed[]): void {
    for (const object of objects) this.known.set(object.metadata.uid, object);
  }

  /** What a change means. */
  take({ phase, object }: Change): LabEvent[] {
    const { uid } = object.metadata;
    const before = this.known.get(uid);
    if (phase === 'DELETED') {
      this.known.delete(uid);
      return before ? [gone(object)] : [];
    }
    this.known.set(uid, object);
    if (!before) return appeared(object);
    if (object.kind === 'Pod' && before.kind === 'Pod') return podChanges(before, object);
    if (object.kind === 'Deployment' && before.kind === 'Deployment')
      return deploymentChanges(before, object);
    return [];
  }
}

function appeared(object: Followed): LabEvent[] {
  const { kind, metadata } = object;
  const { name } = metadata;
  if (kind !== 'Pod') {
    return [
      {
        code: 'created',
        values: { kind, name },
        text: { ko: `${kind} ${name} 생김`, en: `${kind} ${name} is there` },
      },
    ];
  }
  const image = object.spec.containers.map((container) => container.image).join(', ');
  const created: LabEvent = {
    code: 'pod-created',
    values: { pod: name, image },
    text: { ko: `파드 ${name} (${image}) 생김`, en: `New Pod ${name} (${image})` },
  };
  return [created, ...(isReady(object) ? [ready(object)] : [])];
}

function gone({ kind, metadata: { name } }: Followed): LabEvent {
  if (kind !== 'Pod') {
    return {
      code: 'deleted',
      values: { kind, name },
      text: { ko: `${kind} ${name} 없어짐`, en: `${kind} ${name} is gone` },
    };
  }
  return {
    code: 'pod-gone',
    values: { pod: name },
    text: { ko: `파드 ${name} 없어짐`, en: `Pod ${name} is gone` },
  };
}

function ready({ metadata: { name } }: Pod): LabEvent {
  return {
    code: 'pod-ready',
    values: { pod: name },
    text: { ko: `파드 ${name} 준비됨`, en: `Pod ${name} is ready` },
  };
}

function podChanges(before: Pod, now: Pod): LabEvent[] {
  const pod = now.metadata.name;
  const isDeleted = now.metadata.deletionTimestamp && !before.metadata.deletionTimestamp;
  const trouble = podTrouble(now, nothing);
  const isNewTrouble = trouble && podTrouble(before, nothing)?.code !== trouble.code;
  return [
    ...(isReady(now) && !isReady(before) ? [ready(now)] : []),
    ...(isDeleted
      ? [
          {
            code: 'pod-deleted',
            values: { pod },
            text: { ko: `파드 ${pod} 삭제됨, 종료하는 중`, en: `Pod ${pod} was deleted and stops` },
          },
        ]
      : []),
    ...(isNewTrouble
      ? [{ code: trouble.code, values: trouble.values, text: trouble.describe().message }]
      : []),
  ];
}

function deploymentChanges(before: Deployment, now: Deployment): LabEvent[] {
  const { name } = now.metadata;
  const numbers = ({ spec }: Deployment) => String(spec.replicas ?? 1);
  const images = ({ spec }: Deployment) =>
    spec.template.spec.containers.map(({ image }) => image).join(', ');
  const counts = ({ status, spec }: Deployment) =>
    `${status.readyReplicas ?? 0}/${spec.replicas ?? 1}`;
  return [
    ...changed('replicas', name, 'replicas', numbers(before), numbers(now)),
    ...changed('image', name, 'image', images(before), images(now)),
    ...(counts(before) === counts(now)
      ? []
      : [
          {
            code: 'ready',
            values: { name, ready: counts(now) },
            text: {
              ko: `${name}: 준비된 파드 ${counts(now)}`,
              en: `${name}: ${counts(now)} ready`,
            },
          },
        ]),
  ];
}

function changed(code: string, name: string, field: string, from: string, to: string): LabEvent[] {
  if (from === to) return [];
  const text = `${name}: ${field} ${from} → ${to}`;
  return [{ code, values: { name, from, to }, text: { ko: text, en: text } }];
}
