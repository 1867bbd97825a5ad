import { win32 } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onPath: readonly string[] = [...names, 'microsoft-edge'];
const onMac: readonly string[] = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const onWindows: readonly string[] = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
];

/** Programs that print a page, by their names on the PATH or, on Windows and macOS, where these keep them. */
export function browsersOf(platform: string, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') return [...onPath, ...onMac];
  if (platform !== 'win32') return onPath;
  // Each of them may be for all users, as a program of 32 or 64 bits, or for this user alone.
  const roots = ['ProgramFiles(x86)', 'ProgramFiles', 'ProgramW6432', 'LOCALAPPDATA'];
  const folders = new Set(roots.flatMap((root) => env[root] ?? []));
  return onWindows.flatMap((program) => [...folders].map((folder) => win32.join(folder, program)));
}
