import { labs } from '../labs/index';
import { many } from '../labs/ch04/many';
import { synthStacks } from '../stacks/synth';

const [outdir = 'cdktf.out', more = '0'] = process.argv.slice(2);
const added = Array.from({ length: Number(more) }, (_, index) => ({
  ...many,
  id: `ch99-more${index}`,
}));

synthStacks(outdir, { catalogue: [...labs, ...added] }).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
