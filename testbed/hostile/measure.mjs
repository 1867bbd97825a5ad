// Loaded into a program with `node --import`: writes the most memory that the program used, in KiB, to a file.
import { writeFileSync } from 'node:fs';

const file = process.env.DKKB_MEASURED;
process.once('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
