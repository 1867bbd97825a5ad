import { mkdirSync } from 'node:fs';

import { ensurePracticeKey } from './practice-key';
import { stateFolder, synthStacks } from './synth';

const outdir = process.argv[2] ?? process.env['CDKTF_OUTDIR'] ?? 'cdktf.out';

// cdktf keeps a whole stack trace for each token, a quarter of the time; nothing here prints them.
Error.captureStackTrace = () => undefined;

mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
ensurePracticeKey(process.cwd());
synthStacks(outdir).then(
  (files) => console.log(files.join('\n')),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
