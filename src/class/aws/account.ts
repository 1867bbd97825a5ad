import { setTimeout as delay } from 'node:timers/promises';

import { awsTags } from '../config/fleet';
import { awsUnreachable } from '../problems/aws';
import { Failure } from '../../core/failure';
import { leaveOpen } from '../../core/machine/left-open';
import { asked, ec2, enabledRegions } from './client';
import { findFleet } from './fleet';
import type { CloudResource } from './resource';

/** What one region of the account has of every fleet; `failure` says why it could not be asked. */
export interface RegionView {
  readonly region: string;
  readonly things: readonly CloudResource[];
  readonly failure?: Failure;
}

/** What all regions of the account have of every fleet. */
export interface AccountView {
  readonly regions: readonly RegionView[];
  /** Why the regions of the account could not be listed; only the home region was looked at. */
  readonly failure?: Failure;
}

/** How long one region may take to answer, in milliseconds: a network may lead to one region only. */
const regionTime = 30_000;

/** Looks at every region of the account at once. A region that refuses, or does not answer, is named and stops nothing. */
export async function lookEverywhere(home: string): Promise<AccountView> {
  const [here, elsewhere] = await Promise.all([lookAt(home), lookElsewhere(home)]);
  return { ...elsewhere, regions: [here, ...elsewhere.regions] };
}

/** Looks as `lookEverywhere` does, at all regions but the home region. */
export async function lookElsewhere(home: string): Promise<AccountView> {
  const listed = await orFailure(inTime(enabledRegions(home), home));
  if (listed instanceof Failure) return { regions: [], failure: listed };
  const others = listed.filter((region) => region !== home);
  return { regions: await Promise.all(others.map(lookAt)) };
}

async function lookAt(region: string): Promise<RegionView> {
  const things = await orFailure(inTime(thingsIn(region), region));
  return things instanceof Failure ? { region, things: [], failure: things } : { region, things };
}

/** Everything with the tag of any fleet. One request tells what most regions have: nothing. */
async function thingsIn(region: string): Promise<readonly CloudResource[]> {
  return (await hasTagged(region)) ? findFleet(region) : [];
}

async function hasTagged(region: string): Promise<boolean> {
  const { DescribeTagsCommand } = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const Filters = [{ Name: 'key', Values: [awsTags.fleet] }];
  const { Tags = [] } = await asked(() => client.send(new DescribeTagsCommand({ Filters })));
  return Tags.length > 0;
}

async function inTime<T>(work: Promise<T>, region: string): Promise<T> {
  const timer = new AbortController();
  const late = delay(regionTime, undefined, { signal: timer.signal }).then(() => {
    leaveOpen();
    throw new Failure(awsUnreachable({ said: `${region}: ${regionTime / 1000} s` }));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
    late.catch(() => undefined);
  }
}

async function orFailure<T>(work: Promise<T>): Promise<T | Failure> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure) return error;
    const said = error instanceof Error ? error.message : String(error);
    return new Failure(awsUnreachable({ said }));
  }
}
