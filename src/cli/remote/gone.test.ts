import { ownData } from '../../core/machine/own-data.fixture';
import { goneMachine } from './gone';

ownData();

it('a VM that there is not is gone; an address and this computer are not', async () => {
  expect((await goneMachine({ on: 'vm' }))?.ko).toContain('남아 있지 않습니다');
  expect(await goneMachine({ on: 'ssh://kim@10.0.0.7' })).toBeUndefined();
  expect(await goneMachine({})).toBeUndefined();
});
