import { parse } from 'yaml';

import type { DockerLab } from '../../src/docker/lab';
import type { EngineState, Service } from '../../src/docker/model/exercise';
import type { KubernetesLab } from '../../src/kubernetes/lab';
import { manifestObject } from '../../src/kubernetes/model/manifest-object';
import type { Manifest } from '../../src/kubernetes/model/manifests';
import type { Lab } from '../lab';

/** A value that a lab asks for, and the field that has it, such as `ports`. */
export interface Graded {
  readonly field: string;
  readonly value: string;
}

/** Every value that a lab asks for, from its own data; what it gives first is not asked for. */
export function gradedOf(lab: Lab): readonly Graded[] {
  switch (lab.platform) {
    case 'docker':
      return gradedOnEngine(lab);
    case 'kubernetes':
      return gradedInCluster(lab);
    case 'machine':
      return lab.commands.map((value) => ({ field: 'command', value }));
  }
}

function gradedOnEngine(lab: DockerLab): Graded[] {
  const { setup, transient = {}, solution, made = {} } = lab;
  const given = JSON.stringify(setup).replaceAll('\\n', '\n');
  const states = [transient, solution];
  const asked = [...states, ...states.flatMap(describedIn)].flatMap((state) => [
    ...namesIn(state),
    ...Object.values(state.services ?? {}).flatMap(ofService),
    ...Object.keys(state.files ?? {}).flatMap((path) => valuesAt('files', path)),
  ]);
  return [
    ...namesIn(setup),
    ...asked.filter(({ value }) => !has(given, value)),
    ...Object.entries(made).flatMap(([field, value]) => valuesAt(field, value)),
  ];
}

/** The states that the Compose files of a state describe. */
function describedIn({ files = {} }: EngineState): EngineState[] {
  return Object.entries(files)
    .filter(([path]) => path.endsWith('.yml'))
    .map(([, text]) => parse(text) as EngineState);
}

/** Whether a text has a value as a whole word. */
export function has(text: string, value: string): boolean {
  const word = value.replace(/[^\w]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<!\w)${word}(?!\w)`).test(text);
}

function namesIn({ services = {}, networks = {}, volumes = {}, images = [] }: EngineState) {
  return Object.entries({ services, networks, volumes })
    .flatMap(([field, named]) => Object.keys(named).map((value) => ({ field, value })))
    .concat(images.map((value) => ({ field: 'images', value })));
}

function ofService(service: Service): Graded[] {
  return Object.entries(service).flatMap(([field, value]) => valuesAt(field, value));
}

/** The values of a field: keys and values of a mapping, both sides of a pair, each folder of a path of the reader's. */
function valuesAt(field: string, value: unknown): Graded[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(field, one));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inside]) =>
      typeof inside === 'object'
        ? [{ field, value: key }, ...ofMapping(field, inside)]
        : [{ field, value: key }, ...valuesAt(field, inside)],
    );
  const text = String(value);
  const parts = field === 'files' ? text.split('/') : text.replace(/^\.\//, '').split(':');
  return (field === 'images' || field === 'registry' ? [text] : parts).map((part) => ({
    field,
    value: part,
  }));
}

/** What a setting of a setting asks for, such as the condition of `depends_on`. */
function ofMapping(field: string, mapping: object): Graded[] {
  return Object.entries(mapping).flatMap(([key, value]) => valuesAt(`${field}.${key}`, value));
}

function gradedInCluster({ setup, solution, deletesPodOf }: KubernetesLab): Graded[] {
  const given = new Set(setup.flatMap(leavesOf).map((leaf) => JSON.stringify(leaf)));
  const fresh = solution.flatMap(leavesOf).filter((leaf) => !given.has(JSON.stringify(leaf)));
  const isSame = (one: Manifest, others: readonly Manifest[]) =>
    others.some((other) => JSON.stringify(other.props) === JSON.stringify(one.props));
  const changed = [
    ...setup.filter((manifest) => !isSame(manifest, solution)),
    ...setup.filter(({ props }) => props.app === deletesPodOf),
  ];
  return [
    ...fresh.map(({ path, value }) => ({ field: path, value })),
    ...changed.map(({ props }) => ({ field: 'name', value: props.name })),
  ];
}

interface Leaf {
  readonly object: string;
  readonly path: string;
  readonly value: string;
}

/** Every value of an object that a manifest describes, with the key of the labels. */
function leavesOf(manifest: Manifest): Leaf[] {
  const walk = (value: unknown, path: string): Leaf[] => {
    if (typeof value !== 'object' || value === null)
      return [{ object: `${manifest.kind}/${manifest.props.name}`, path, value: String(value) }];
    return Object.entries(value).flatMap(([key, inside]) =>
      walk(inside, /^\d+$/.test(key) ? path : [path, key].filter(Boolean).join('.')),
    );
  };
  return walk(manifestObject(manifest), '');
}
