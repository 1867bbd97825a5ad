import { causeIn } from './cause';

// Recorded from mmdebstrap 1.3.5 at an address where nothing listens.
const offline = `I: running apt-get update...
Err:1 http://127.0.0.1:1/debian trixie InRelease
  Could not connect to 127.0.0.1:1 (127.0.0.1). - connect (111: Connection refused)
Reading package lists...
E: Failed to fetch http://127.0.0.1:1/debian/dists/trixie/InRelease  Could not connect to 127.0.0.1:1 (127.0.0.1). - connect (111: Connection refused)
E: Some index files failed to download. They have been ignored, or old ones used instead.
E: apt-get update --error-on=any -oAPT::Status-Fd=<$fd> -oDpkg::Use-Pty=false failed
I: main() received signal PIPE: waiting for setup...
I: removing tempdir /tmp/mmdebstrap.1ZOisoK55A...
E: mmdebstrap failed to run
`;

it('the first error of mmdebstrap is the cause', () => {
  expect(causeIn(offline)).toMatch(/^E: Failed to fetch .* Connection refused\)$/);
  expect(causeIn('E: cannot find dpkg\n')).toBe('E: cannot find dpkg');
});

it('without one it is what was said last', () => {
  const said = 'I: chroot\nCan’t exec "tar"\nI: removing tempdir\nE: mmdebstrap failed to run\n';
  expect(causeIn(said)).toBe('Can’t exec "tar"');
  expect(causeIn('mmdebstrap is missing: apt-get install mmdebstrap')).toMatch(/is missing/);
  expect(causeIn('')).toBe('');
});
