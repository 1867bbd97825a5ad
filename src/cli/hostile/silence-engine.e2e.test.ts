// @circle all
// @minutes 8
import { useEmptyEngine } from '../../../testbed/engine/engine';
import { signalDaemon, whileSilent } from '../../../testbed/engine/freeze';
import { Reader } from '../../../testbed/labs/reader';

// A check waits a minute for a silent engine, more than once.
jest.setTimeout(900_000);

const engine = useEmptyEngine();
const reader = new Reader(engine);

describe('an engine that does not answer', () => {
  it.each(['ch06-copy-out', 'ch06-volume-mount', 'ch06-volume-backup'])(
    'is reported as engine-not-answering, without other problems: %s',
    async (id) => {
      await reader.need('solve', id);
      const silent = whileSilent(reader, id, (signal) => signalDaemon(engine(), signal));
      expect(await silent).toEqual({ code: 3, problems: ['engine-not-answering'] });
    },
  );
});
