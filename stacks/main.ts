import { makePrivateFolder } from '../src/core/machine/private-files';
import { makePracticeKey } from './practice-key';
import { ownPracticeVm } from './own-practice-vm';
import { places, stateFolder, synthStacks } from './synth';

const outdir = process.argv[2] ?? process.env['CDKTF_OUTDIR'] ?? 'cdktf.out';

main().then(
  (files) => console.log(files.join('\n')),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);

async function main(): Promise<string[]> {
  const project = process.cwd();
  await makePrivateFolder(stateFolder);
  await makePracticeKey(project);
  const way = places(outdir, project).state;
  return synthStacks(outdir, { vm: await ownPracticeVm(project, { folder: stateFolder, way }) });
}
