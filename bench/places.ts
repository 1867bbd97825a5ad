import { join } from 'node:path';

// The bench runs from build/bench/, so the project is its working folder.
/** The project that is measured. */
export const project = process.cwd();

/** The compiled command, as it is installed. */
export const dkkb = join(project, 'build', 'dkkb.mjs');

/** The compiled Terraform app. */
export const stacksApp = join(project, 'build', 'stacks.cjs');

/** The same app with more labs in its catalogue; their number is the argument after the output folder. */
export const manyStacksApp = join(project, 'build', 'bench', 'many-stacks.cjs');

/** The compiled app of the manifests. */
export const chartsApp = join(project, 'build', 'charts.cjs');
