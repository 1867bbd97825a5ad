import { composeModel } from './compose';
import type { EngineState } from './exercise';

const state: EngineState = {
  networks: { net1: {} },
  volumes: { vol1: {} },
  services: {
    db: { image: 'mysql', networks: ['net1'], volumes: ['vol1:/data'] },
    web: { image: 'httpd', ports: ['8080:80'] },
  },
};

describe('composeModel', () => {
  it("carries the book's names and the lab's label on everything", () => {
    const model = composeModel('ch00-test', state);
    const labels = { 'dkkb.lab': 'ch00-test' };
    expect(model).toMatchObject({
      name: 'dkkb-ch00-test',
      services: {
        db: { container_name: 'db', image: 'mysql', networks: ['net1'], labels },
        web: { container_name: 'web', network_mode: 'bridge', ports: ['8080:80'], labels },
      },
      networks: { net1: { name: 'net1', labels } },
      volumes: { vol1: { name: 'vol1', labels } },
    });
    expect(model.services['db']).not.toHaveProperty('network_mode');
  });

  it('uses what already exists, and does not make it part of the project', () => {
    const model = composeModel('ch00-test', state, {
      services: new Set(['db']),
      networks: new Set(['net1']),
      volumes: new Set(['vol1']),
    });
    expect(Object.keys(model.services)).toEqual(['web']);
    expect(model.networks).toEqual({ net1: { name: 'net1', external: true } });
    expect(model.volumes).toEqual({ vol1: { name: 'vol1', external: true } });
  });

  it('doubles the dollar sign of a value, so that Compose does not replace it', () => {
    const environment = { PASSWORD: 'a$b' };
    const model = composeModel('ch00-test', { services: { s: { image: 'i', environment } } });
    expect(model.services['s']).toMatchObject({ environment: { PASSWORD: 'a$$b' } });
  });
});
