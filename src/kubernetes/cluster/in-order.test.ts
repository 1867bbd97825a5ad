import type { Change } from './objects';
import { InOrder } from './in-order';
import type { Pod } from './objects';

const change = (resourceVersion: string): Change => ({
  phase: 'ADDED',
  object: { kind: 'Pod', metadata: { name: resourceVersion, resourceVersion } } as Pod,
});

let told: string[];
let inOrder: InOrder;
beforeEach(() => {
  jest.useFakeTimers();
  told = [];
  inOrder = new InOrder(2, ({ object }) => told.push(object.metadata.name));
});
afterEach(() => jest.useRealTimers());

it('reports a change that comes late in its place', () => {
  inOrder.open('pods');
  inOrder.open('deployments');
  inOrder.take(change('100'));
  inOrder.take(change('99'));
  expect(told).toEqual([]);
  jest.runAllTimers();
  expect(told).toEqual(['99', '100']);
  inOrder.take(change('98'));
  jest.runAllTimers();
  expect(told).toEqual(['99', '100', '98']);
});

it('reports nothing before every connection is open, and every change then', () => {
  inOrder.open('pods');
  inOrder.take(change('2'));
  jest.runAllTimers();
  expect(told).toEqual([]);
  inOrder.take(change('1'));
  inOrder.open('deployments');
  jest.runAllTimers();
  expect(told).toEqual(['1', '2']);
});

it('reports nothing while a connection is tried again', () => {
  ['pods', 'deployments'].forEach((name) => inOrder.open(name));
  inOrder.take(change('2'));
  inOrder.close('deployments');
  jest.runAllTimers();
  expect(told).toEqual([]);
  inOrder.open('deployments');
  inOrder.take(change('1'));
  jest.runAllTimers();
  expect(told).toEqual(['1', '2']);
});

it('reports at the end the changes that it still holds', () => {
  inOrder.take(change('3'));
  inOrder.tell();
  expect(told).toEqual(['3']);
});
