import { practiceHost, practiceVm } from '../core/practice-machine';
import { portTaken } from '../docker/problems/ports';
import { together } from './together';

it('the ports of a practice machine are one problem, those of anything else one each', () => {
  const { container } = practiceHost;
  const taken = [
    portTaken({ port: '8080', by: container, name: 'apa000ex2' }),
    portTaken({ port: '8081', by: 'web', name: 'apa000ex3' }),
    portTaken({ port: '8082', by: practiceVm.holder, name: 'apa000ex4' }),
    portTaken({ port: '8083', by: container, name: 'apa000ex5' }),
    portTaken({ port: '8084', by: 'web', name: 'apa000ex6' }),
  ];
  expect(together(taken).map(({ values }) => [values['port'], values['by']])).toEqual([
    ['8080, 8083', container],
    ['8082', practiceVm.holder],
    ['8081', 'web'],
    ['8084', 'web'],
  ]);
});
