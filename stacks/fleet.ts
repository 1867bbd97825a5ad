import { readFileSync } from 'node:fs';

import type { PracticeVmProps } from '../src/class/config/practice-vm';
import { synthFleet } from './synth';

// What a class command asks for, as JSON on standard input; the folder it goes to is the first word.
const [, , outdir = 'cdktf.out'] = process.argv;
console.log(synthFleet(outdir, JSON.parse(readFileSync(0, 'utf8')) as PracticeVmProps));
