import { synthManifests } from './synth';

void synthManifests(process.argv[2] ?? process.env['CDK8S_OUTDIR'] ?? 'dist');
