import { text } from 'node:stream/consumers';

import type { PracticeVmProps } from '../src/class/config/practice-vm';
import { synthFleet } from './synth';

// A class command gives its settings as JSON on standard input, and the folder as the first word.
const [, , outdir = 'cdktf.out'] = process.argv;

// Node on Windows cannot read its standard input as a file to the end.
void text(process.stdin).then((props) =>
  console.log(synthFleet(outdir, JSON.parse(props) as PracticeVmProps)),
);
