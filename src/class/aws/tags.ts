import type { Tag } from '@aws-sdk/client-ec2';

import { awsTags } from '../config/fleet';

/** A thing of EC2 with its tags. */
export interface Tagged {
  readonly Tags?: readonly Tag[] | undefined;
}

/** What the tags of a thing say; a tag that anybody may have changed counts only in its own form. */
export interface TagFacts {
  readonly fleet?: string;
  readonly student?: string;
  readonly owner?: string;
  readonly hours?: number;
  readonly disk?: number;
  readonly ubuntu?: string;
  readonly keys?: string;
  readonly until?: string;
}

const forms: Readonly<Record<keyof TagFacts, RegExp>> = {
  fleet: /^[a-z][a-z0-9.-]{0,63}$/,
  student: /^[a-z0-9][a-z0-9-]{0,39}$/,
  owner: /^[\w.@ -]{1,128}$/,
  hours: /^\d{1,3}(?:\.\d{1,6})?$/,
  disk: /^\d{1,4}$/,
  ubuntu: /^\d\d\.\d\d$/,
  keys: /^[\w+/=]{20,64} [\w+/=]{20,64}$/,
  until: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/,
};

/** Reads the tags of a thing. */
export function factsOf({ Tags = [] }: Tagged): TagFacts {
  const found = Object.entries(awsTags).flatMap(([field, tag]) => {
    const value = Tags.find(({ Key }) => Key === tag)?.Value;
    if (value === undefined || !forms[field as keyof TagFacts].test(value)) return [];
    if (field === 'until' && Number.isNaN(Date.parse(value))) return [];
    return [[field, field === 'hours' || field === 'disk' ? Number(value) : value]];
  });
  return Object.fromEntries(found) as TagFacts;
}

/** The name of a thing; one in another form than ours counts as none. */
export function nameOf({ Tags = [] }: Tagged): string | undefined {
  const name = Tags.find(({ Key }) => Key === 'Name')?.Value ?? '';
  return /^[\w.-]{1,128}$/.test(name) ? name : undefined;
}

/** When a VM powers itself off by what its tags say: the deadline that was moved, or its hours after its start. */
export function endOf({ until, hours }: TagFacts, launchedAt?: string): string | undefined {
  if (until !== undefined) return until;
  if (hours === undefined || launchedAt === undefined) return undefined;
  return new Date(Date.parse(launchedAt) + hours * 3_600_000).toISOString();
}
