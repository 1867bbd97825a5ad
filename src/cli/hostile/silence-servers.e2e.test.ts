// @circle all
// @minutes 12
import { useEmptyEngine } from '../../../testbed/engine/engine';
import { signalServer, whileSilent } from '../../../testbed/engine/freeze';
import { Reader } from '../../../testbed/labs/reader';

// A check asks a silent server for half a minute before it reports it; databases are filled anew.
jest.setTimeout(900_000);

const engine = useEmptyEngine();
const reader = new Reader(engine);

describe('a server that accepts the connection and does not answer', () => {
  it.each([
    ['ch04-port', 'apa000ex2'],
    ['ch06-registry', 'registry000'],
    ['ch05-wordpress-mysql', 'wordpress000ex12'],
  ])('is reported as http-no-answer: %s', async (id, name) => {
    await reader.need('solve', id);
    const silent = whileSilent(reader, id, (signal) => signalServer(engine(), name, signal));
    expect(await silent).toEqual({ code: 1, problems: ['http-no-answer'] });
  });

  it('is reported as http-no-answer, also when Compose named its container', async () => {
    const id = 'ch07-compose-up';
    await reader.need('solve', id);
    const service = 'label=com.docker.compose.service=wordpress000ex12';
    const name = await engine().docker('ps', '--filter', service, '--format', '{{.Names}}');
    const silent = whileSilent(reader, id, (signal) => signalServer(engine(), name, signal));
    expect(await silent).toEqual({ code: 1, problems: ['http-no-answer'] });
  });

  it('is reported as a database that is not ready, not as a refused login', async () => {
    const id = 'ch04-mysql';
    await reader.need('solve', id);
    const silent = whileSilent(reader, id, (signal) =>
      signalServer(engine(), 'mysql000ex7', signal),
    );
    expect(await silent).toEqual({ code: 1, problems: ['database-starting'] });
  });
});
