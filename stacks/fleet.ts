import { readFileSync } from 'node:fs';

import type { PracticeVmProps } from '../src/class/config/practice-vm';
import { synthFleet } from './synth';

// A class command gives its settings as JSON on standard input, and the folder as the first word.
const [, , outdir = 'cdktf.out'] = process.argv;
console.log(synthFleet(outdir, JSON.parse(readFileSync(0, 'utf8')) as PracticeVmProps));
