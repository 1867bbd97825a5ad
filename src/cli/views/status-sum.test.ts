import { sumOf } from './status-sum';

const vm = { id: 'kim', name: 'kim', state: 'running', instance: 'i-1', ready: true };

it('adds up what the VMs cost, without VMs that are gone', () => {
  const gone = { id: 'lee', name: 'lee', state: 'terminated' };
  expect(sumOf([{ ...vm, cost: 0.5 }, { ...vm, cost: 0.25 }, gone]).en).toBe(
    '2 of 3 VMs can be used; so far about $0.750 by list prices.',
  );
});

it('shows no sum when the price of a VM is unknown', () => {
  expect(sumOf([{ ...vm, cost: 0.5 }, vm]).en).toBe(
    '2 of 2 VMs can be used; no list price is known here for this type and region.',
  );
});
