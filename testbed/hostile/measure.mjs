// Loaded into a program with `node --import`: writes down the most memory that it took, in KiB.
import { writeFileSync } from 'node:fs';

const file = process.env.DKKB_MEASURED;
process.once('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
