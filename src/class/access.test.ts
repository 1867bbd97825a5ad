import { accessChange, closesAny } from './access';
import type { CloudResource } from './aws/resource';

const group: CloudResource = {
  kind: 'group',
  id: 'sg-1',
  region: 'ap-northeast-2',
  lets: ['22 203.0.113.7/32', '8080-8099 203.0.113.7/32'],
};
const config = { allow: ['203.0.113.7/32'], ports: ['8080-8099'] };

it('finds nothing to change where the rules are those of the configuration', () => {
  const change = accessChange(config, [group]);
  expect(change).toEqual({ opened: [], closed: [], openedPorts: [], closedPorts: [] });
  expect(closesAny(change)).toBe(false);
});

it('names the addresses and ports that are opened and closed', () => {
  const change = accessChange({ allow: ['198.51.100.0/24'], ports: ['9090-9090'] }, [group]);
  expect(change).toEqual({
    opened: ['198.51.100.0/24'],
    closed: ['203.0.113.7/32'],
    openedPorts: ['9090'],
    closedPorts: ['8080-8099'],
  });
  expect(closesAny(change)).toBe(true);
});

it('closes nothing where an address is only added', () => {
  const allow = ['203.0.113.7/32', '198.51.100.0/24'];
  expect(closesAny(accessChange({ ...config, allow }, [group]))).toBe(false);
});

it('knows no change where the class has no rules yet', () => {
  expect(accessChange(config, [])).toBeUndefined();
});
