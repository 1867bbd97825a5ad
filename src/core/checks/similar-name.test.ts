import { addedEnding, similarIn } from './similar-name';

it.each([
  ['docker-compose.yml', 'docker-compose.yml.txt'],
  ['docker-compose.yml', 'docker-compose.txt'],
  ['docker-compose.yml', 'Docker-Compose.YML.TXT'],
  ['docker-compose.yml', 'docker_compose.yml'],
  ['docker-compose.yml', 'docker-compose.yaml.txt'],
  ['docker-compose.yml', 'docker-compose.yml.yml'],
  ['docker-compose.yml', 'docker-compose (1).yml'],
  ['docker-compose.yml', 'docker-compose - 복사본.yml'],
  ['docker-compose.yml', 'docker-compose - Copy (2).yml'],
  ['docker-compose.yml', 'docker-compose'],
  ['Dockerfile', 'Dockerfile.txt'],
  ['Dockerfile', 'dockerfile'],
  ['Dockerfile', 'DockerFile.rtf'],
  ['Dockerfile', 'Dockerfile.docx'],
  ['index.html', 'index.html.txt'],
  ['index.html', 'index.htm'],
  ['index.html', 'Index.html.html'],
  ['index.html', 'indx.html.txt'],
  ['apa000ex.yml', 'apa000ex.yaml.txt'],
])('for %s, it recognises %s', (wanted, name) => {
  expect(similarIn(['readme.md', name, 'apple.png'], wanted)).toBe(name);
});

it.each([
  ['docker-compose.yml', 'nginx.yml.txt'],
  ['index.html', 'style.css'],
  ['index.html', '.index.html'],
  ['index.html', 'index.html~'],
  ['Dockerfile', 'notes.txt'],
  ['Dockerfile', '.txt'],
  ['index.html', '.html.html'],
])('for %s, it does not take %s', (wanted, name) => {
  expect(similarIn([name], wanted)).toBeUndefined();
});

it('takes the nearest of several', () => {
  const names = ['indexx.html', 'index.html.txt', 'index2.htm'];
  expect(similarIn(names, 'index.html')).toBe('index.html.txt');
});

it("leaves another exercise's file alone, also with an added ending", () => {
  const taken = ['apa000ser.yml', 'apa000ex.yml'];
  expect(similarIn(['apa000ser.yml', 'apa000ser.yml.txt'], 'apa000dep.yml', taken)).toBe(undefined);
  expect(similarIn(['apa000ser.yaml', 'apa000deb.yml'], 'apa000dep.yml', taken)).toBe(
    'apa000deb.yml',
  );
});

it('takes the wanted name with an added ending, also where it is in the list of taken names', () => {
  const taken = ['apa000dep.yml', 'apa000ex.yml'];
  expect(similarIn(['apa000dep.yml.txt'], 'apa000dep.yml', taken)).toBe('apa000dep.yml.txt');
});

it.each([
  ['index.html.txt', 'index.html', '.txt'],
  ['index.htm.txt', 'index.html', '.txt'],
  ['index.html.html', 'index.html', '.html'],
  ['indx.html', 'index.html', ''],
  ['dockerfile', 'Dockerfile', ''],
  ['Dockerfile.TXT', 'Dockerfile', '.TXT'],
])('tells what was added to %s for %s', (name, wanted, ending) => {
  expect(addedEnding(name, wanted)).toBe(ending);
});
