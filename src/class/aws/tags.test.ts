import { endOf, factsOf } from './tags';

const tagged = (tags: Readonly<Record<string, string>>) => ({
  Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
});

it('reads what a VM was made with', () => {
  const facts = factsOf(
    tagged({
      'dkkb:class': 'docker',
      'dkkb:student': 'kim-0f0f0f',
      'dkkb:owner': 'teacher@laptop 0a0a0a0a0a0a.0b0b0b0b0b0b',
      'dkkb:hours': '7.5',
      'dkkb:disk': '30',
      'dkkb:ubuntu': '24.04',
      Name: 'dkkb-docker-kim',
    }),
  );
  expect(facts).toEqual({
    fleet: 'docker',
    student: 'kim-0f0f0f',
    owner: 'teacher@laptop 0a0a0a0a0a0a.0b0b0b0b0b0b',
    hours: 7.5,
    disk: 30,
    ubuntu: '24.04',
  });
});

it.each([
  ['dkkb:student', '../../etc'],
  ['dkkb:student', `$(reboot)`],
  ['dkkb:hours', '1e9'],
  ['dkkb:hours', '-3'],
  ['dkkb:until', 'tomorrow'],
  ['dkkb:owner', '\u001b[31mred'],
  ['dkkb:keys', 'x'],
])('leaves out a tag %s whose value has another form: %j', (tag, value) => {
  expect(factsOf(tagged({ [tag]: value }))).toEqual({});
});

describe('the end of a VM', () => {
  const start = '2026-11-29T09:00:00.000Z';
  it('is its hours after its start', () => {
    expect(endOf({ hours: 8 }, start)).toBe('2026-11-29T17:00:00.000Z');
  });
  it('is the deadline that was moved, where there is one', () => {
    const until = '2026-11-29T20:00:00.000Z';
    expect(endOf({ hours: 8, until }, start)).toBe(until);
  });
  it('is unknown where the VM does not say, or has no start', () => {
    expect(endOf({}, start)).toBeUndefined();
    expect(endOf({ hours: 8 }, undefined)).toBeUndefined();
  });
});
