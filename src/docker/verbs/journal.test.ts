import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { EngineEvent } from '../engine/facts';
import { clearJournal, mergeEvents, recordedEvents, recordEvent } from './journal';

const event = (at: string, action: string, id = 'f00'): EngineEvent => ({
  type: 'container',
  action,
  id,
  attributes: { name: 'apa000ex1' },
  at,
});
const [create, start, die] = [
  event('1763985600000000001', 'create'),
  event('1763985600000000002', 'start'),
  event('1763985600000000003', 'die'),
];

describe('mergeEvents', () => {
  it('keeps each event once, in the order of nanoseconds that are too large for a number', () => {
    expect(mergeEvents([create, die], [die, start])).toEqual([create, start, die]);
    expect(mergeEvents([], [die, create])).toEqual([create, die]);
  });

  it('keeps events apart that happen at the same time', () => {
    const both = [event('5', 'die', 'a'), event('5', 'die', 'b')];
    expect(mergeEvents(both, both)).toHaveLength(2);
  });
});

describe('the journal of a lab', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dkkb-journal-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives back what was recorded, until it is cleared', async () => {
    expect(await recordedEvents(folder, 'ch04-lifecycle')).toEqual([]);
    await recordEvent(folder, 'ch04-lifecycle', create);
    await recordEvent(folder, 'ch04-lifecycle', start);
    expect(await recordedEvents(folder, 'ch04-lifecycle')).toEqual([create, start]);
    expect(await recordedEvents(folder, 'ch04-port')).toEqual([]);
    await clearJournal(folder, 'ch04-lifecycle');
    await clearJournal(folder, 'ch04-lifecycle');
    expect(await recordedEvents(folder, 'ch04-lifecycle')).toEqual([]);
  });

  it('skips a half-written line', async () => {
    const lines = `${JSON.stringify(create)}\n{"type":"conta\n${JSON.stringify(die)}`;
    await writeFile(join(folder, 'ch04-lifecycle.events.jsonl'), lines);
    expect(await recordedEvents(folder, 'ch04-lifecycle')).toEqual([create, die]);
  });
});
