// @minutes 4
import { useEmptyEngine } from '../../../testbed/engine/engine';
import { signalServer } from '../../../testbed/engine/freeze';
import { Reader } from '../../../testbed/labs/reader';

// A check asks a silent server for half a minute before it reports it.
jest.setTimeout(600_000);

const engine = useEmptyEngine();
const { type, need, check } = new Reader(engine);

beforeAll(() => engine().docker('pull', '-q', 'httpd'));

/** The exit code, and each problem with its error. */
async function told(id: string) {
  const { code, problems } = await check(id);
  return {
    code,
    problems: problems.map(({ code: problem, values }) => [problem, values['error']]),
  };
}

const silence = { code: 1, problems: [['http-no-answer', 'ETIMEDOUT']] };
const passed = { code: 0, problems: [] };

it.each([
  ['ch06-bind-mount', 'apa000ex20'],
  ['ch06-copy-in', 'apa000ex19'],
])(
  '%s: a server that does not answer is reported, and passes when it answers again',
  async (id, name) => {
    await need('solve', id);
    await signalServer(engine(), name, 'STOP');
    expect(await told(id)).toEqual(silence);
    await signalServer(engine(), name, 'CONT');
    expect(await told(id)).toEqual(passed);
    await need('down', id, '--yes');
  },
);

it('a check waits for a server that begins to answer while it is asked', async () => {
  await need('solve', 'ch06-bind-mount');
  await signalServer(engine(), 'apa000ex20', 'STOP');
  const asked = told('ch06-bind-mount');
  // The check writes its own file before it asks.
  await type('until ls apa_folder/dkkb-*.txt >/dev/null 2>&1; do sleep 0.05; done');
  await signalServer(engine(), 'apa000ex20', 'CONT');
  expect(await asked).toEqual(passed);
});

it('reports a mounted folder that was replaced, and the remedy solves it', async () => {
  await need('solve', 'ch06-bind-mount');
  await type('mv apa_folder old && cp -r old apa_folder && rm -r old');
  const { problems } = await check('ch06-bind-mount');
  expect(problems).toMatchObject([
    { code: 'mount-folder-replaced', values: { name: 'apa000ex20' } },
  ]);
  await type('docker restart apa000ex20');
  expect(await told('ch06-bind-mount')).toEqual(passed);
});
