import { hostileTexts, withEach } from '../../core/answers/hostile-text.fixture';
import { refusal } from './compose/refusal';

const refuse = (stderr: string) =>
  refusal({ file: 'compose.yml', source: 'services:\n  a: {}\n', stderr, wanted: {} });

it('reports an error of Compose that is made to slow down the search in it', async () => {
  const words =
    /validating a: services.web: Additional property x|service "a" depends on undefined service "b"|Invalid hostPort: |service "a" has neither an image/;
  const texts = [
    ...hostileTexts(words, 100_000),
    `${' '.repeat(1_000_000)}x`,
    'Invalid '.repeat(120_000),
    'services.'.repeat(100_000),
    `services.web${' '.repeat(1_000_000)}x`,
  ];
  await withEach(texts, (text) => expect(refuse(text).code).toMatch(/^compose-/));
});
