import { join } from 'node:path';

import { App } from 'cdk8s';

import { manifests, type Manifest } from '../src/kubernetes/model/manifests';
import { DeploymentChart } from './deployment-chart';
import { PodChart } from './pod-chart';
import { ServiceChart } from './service-chart';

const extension = '.yml';

/** Writes the manifests of chapter 8, or those given, into a folder, and names the files. */
export async function synthManifests(
  outdir: string,
  files: readonly Manifest[] = manifests,
): Promise<string[]> {
  const app = new App({ outdir, outputFileExtension: extension });
  for (const manifest of files) addChart(app, manifest);
  app.synth();
  return files.map(({ file }) => join(outdir, `${file}${extension}`));
}

function addChart(app: App, manifest: Manifest): void {
  switch (manifest.kind) {
    case 'Pod':
      new PodChart(app, manifest.file, manifest.props);
      break;
    case 'Deployment':
      new DeploymentChart(app, manifest.file, manifest.props);
      break;
    case 'Service':
      new ServiceChart(app, manifest.file, manifest.props);
  }
}
