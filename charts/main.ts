import { writeComposeFiles } from './compose-files';
import { synthManifests } from './synth';

const outdir = process.argv[2] ?? process.env['CDK8S_OUTDIR'] ?? 'dist';

// The manifests first: cdk8s empties its folder.
const synth = synthManifests(outdir).then((files) => [...files, ...writeComposeFiles(outdir)]);

synth.then(report, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

function report(files: readonly string[]): void {
  console.log(files.join('\n'));
  if (!process.env['CDK8S_OUTDIR']) return;
  // cdk8s does not show its app's standard output, and it counts only *.yaml files.
  console.error(files.map((file) => `  - ${file}`).join('\n'));
  console.error('These are all there; cdk8s itself looks for the extension .yaml only and says:');
}
