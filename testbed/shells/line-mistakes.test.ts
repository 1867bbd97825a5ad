import type { Shell } from '../../src/core/shell/shells';
import { mistakesIn } from './line-mistakes';
import { readShells } from './readable';

const wrong: Readonly<Record<Shell, readonly string[]>> = {
  bash: [
    "docker stop 'a",
    'docker rm $(docker ps -q',
    'docker stop (a)',
    'if true; then docker ps',
  ],
  'git-bash': ['docker stop "a', 'sudo docker ps', 'Remove-Item Env:A', 'set A='],
  powershell: [
    'npm ci && npm start',
    'docker ps || docker version',
    'kubectl get pods,services',
    "docker stop 'a",
    'docker stop "a',
    'export A=b',
    'sudo docker ps',
    'curl http://localhost',
    'docker rm $(id -u)',
    'ls 2>/dev/null',
    "cat <<'END'",
    'docker exec -i a sh < file',
    'dkkb show <lab>',
    'kubectl get -o jsonpath={.items[0]}',
    'docker run -d \\',
    'docker run -v "$USER/a:/b" httpd',
    'docker run -e A=~/b -v ~/a:/b httpd',
    'kubectl get pods -o \'jsonpath={"a"}\'',
    'MSYS_NO_PATHCONV=1 docker ps',
    'for f in a; do docker ps; done',
    'kubectl describe -f.yml',
  ],
  cmd: [
    "docker stop 'a b'",
    "docker run -e 'A=b c' httpd",
    'docker stop "a',
    'docker stop $NAME',
    'docker rm $(docker ps -q)',
    'docker run -v ${PWD}/a:/b httpd',
    'docker run -v "$PWD/a:/b" httpd',
    'dkkb show <lab>',
    'docker ps 2>/dev/null',
    'docker stop a^b',
    'unset A',
    'sudo docker ps',
    'docker ps; docker version',
    'docker run -d \\',
    'docker ps # all',
    'docker ps && grep a',
    'docker ps | grep a',
    'Remove-Item Env:A',
    'cd ~/a',
  ],
};

const right: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['docker rm "$(docker ps -q | head -n 1)"', 'npm ci && npm start'],
  'git-bash': ['MSYS_NO_PATHCONV=1 docker run -v "$(pwd -W)/a:/b" httpd', 'unset A'],
  powershell: [
    'docker run --net=a --restart=always -v "${PWD}\\a:/b" -p 8080:80 httpd',
    "docker run -e 'A=it''s' httpd",
    "kubectl get 'pods,services'",
    'kubectl delete (kubectl get pods -o name | Select-Object -First 1)',
    'docker push a; if (-not $?) { Start-Sleep 3; docker push a }',
    'Remove-Item Env:A',
    '$env:A = "b"',
  ],
  cmd: [
    'docker run -v "%cd%\\a:/b" -e "A=b & c" httpd',
    "docker stop it's",
    'docker push a || (timeout /t 3 & docker push a)',
    `for /f %p in ('kubectl get pods -l "app=a"') do kubectl delete pod %p`,
    'npm ci && npm start',
    'set A=',
  ],
};

const cases = (lines: typeof wrong) =>
  readShells.flatMap((shell) => lines[shell].map((line) => [shell, line] as const));

it.each(cases(wrong))('%s cannot take the line %s', async (shell, line) => {
  expect(await mistakesIn(shell, [line])).not.toEqual([]);
});

it.each(cases(right))('%s takes the line %s', async (shell, line) => {
  expect(await mistakesIn(shell, [line])).toEqual([]);
});

it('names the broken line among others', async () => {
  const lines = ['docker ps', "docker stop 'a", "docker stop 'b"];
  for (const shell of readShells.filter((one) => one !== 'git-bash')) {
    const found = await mistakesIn(shell, lines);
    expect(found.map((told) => told.split('   <- ')[0])).toEqual(lines.slice(1));
  }
});
