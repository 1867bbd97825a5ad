import { images } from '../../core/images';
import type { Service } from './exercise';
import { dependenciesOf, wavesOf } from './waves';

describe('the order of services', () => {
  const service = (...others: string[]): Service => ({
    image: images.httpd,
    depends_on: Object.fromEntries(
      others.map((other) => [other, { condition: 'service_started' } as const]),
    ),
  });
  const order = (services: Record<string, Service>) => wavesOf(services, dependenciesOf).flat();

  it('puts each service after those that it depends on, and keeps the order of the rest', () => {
    expect(order({ d: service(), b: service('a', 'c'), a: service('c'), c: service() })).toEqual([
      'd',
      'c',
      'a',
      'b',
    ]);
  });

  it('refuses a circle and names it', () => {
    expect(() => order({ a: service('b'), b: service('c'), c: service('a') })).toThrow(
      'depends_on goes in a circle: a, b, c',
    );
    expect(() => order({ a: service('a') })).toThrow('depends_on goes in a circle: a');
  });

  it('refuses a name that is no service', () => {
    expect(() => order({ a: service('db') })).toThrow(
      "depends_on a → db: there is no service 'db'",
    );
  });
});
