import { parse } from 'yaml';

import { manifestLines } from '../model/manifest-object';
import { deployment, pod, service, type Manifest } from '../model/manifests';

/** What a reader wrote: a kind of mistake, the exercise's object, a change of the book's text, and the problems that tell of it, each with its lines. */
export type Written = readonly [
  kind: string,
  manifest: Manifest,
  change: (text: string) => string,
  told: readonly string[],
];

/** The book's text for an object, in the order in which people write it. */
export const bookText = (manifest: Manifest): string => `${manifestLines(manifest).join('\n')}\n`;

/** A change that puts texts in the place of others; it throws where one of them is not there. */
export const put =
  (...pairs: readonly (readonly [from: string | RegExp, to: string])[]) =>
  (text: string): string =>
    pairs.reduce((before, [from, to]) => {
      const after = before.replace(from, to);
      if (after === before) throw new Error(`nothing to change: ${String(from)}`);
      return after;
    }, text);

const less = (form: RegExp) => (text: string) =>
  text.replace(form, (block) => block.replaceAll(/^ {2}/gm, ''));
const asJson = (text: string) => `${JSON.stringify(parse(text), null, 2)}\n`;
const windows = (text: string) => text.replaceAll('\n', '\r\n');
const last = (text: string) => text.trimEnd();

/** Two and more of each kind, in other objects, with other mistakes beside them, with comments, Windows' line ends, and other layouts. */
export const written: readonly Written[] = [
  [
    "another port, and a letter among a number's digits",
    deployment,
    put(['containerPort: 80', 'containerPort: 8O']),
    ['container-port-wrong 19'],
  ],
  [
    'the words above a listing came along',
    pod,
    (text) => `yaml\nCopy code\n${text}`,
    ['yaml-pasted 1–2'],
  ],
  [
    'each name of one item has a dash',
    service,
    (text) => text.replaceAll(/^ {6}(?=(?:targetPort|protocol|nodePort):)/gm, '    - '),
    ['yaml-dash-extra 9–11'],
  ],
  [
    'each name of one item has a dash, at the depth of the name above it',
    service,
    (text) =>
      text
        .replaceAll(/^ {6}(?=(?:targetPort|protocol|nodePort):)/gm, '  - ')
        .replace('    - port', '  - port'),
    ['yaml-dash-extra 9–11'],
  ],
  [
    'what stands under a name is not indented',
    deployment,
    less(/(?<= {4}metadata:\n)(?: .*\n){2}/),
    ['yaml-too-shallow 12–13'],
  ],
  [
    'what stands under a name is not indented',
    service,
    less(/(?<=metadata:\n).*\n/),
    ['yaml-too-shallow 4'],
  ],
  [
    'what stands under a name is not indented',
    deployment,
    (text) => windows(less(/(?<=^metadata:\n).*\n/m)(put(['replicas: 3', 'replicas: 2'])(text))),
    ['yaml-too-shallow 4', 'replicas-wrong 9'],
  ],
  [
    'nothing under `spec` is indented',
    service,
    less(/(?<=^spec:\n)(?: .*\n)+/m),
    ['yaml-too-shallow 6–13'],
  ],
  [
    'nothing under `spec` is indented',
    deployment,
    (text) => less(/(?<= {4}spec:\n)(?: .*\n)+/)(`# 디플로이먼트\n${text}`),
    ['yaml-too-shallow 16–20'],
  ],
  ['a mapping is a list', pod, put(['    app:', '    - app:']), ['yaml-dash-extra 6']],
  [
    'a mapping is a list',
    service,
    put(['    app:', '    - app:'], ['kind: Service', 'kind: Service # 서비스']),
    ['yaml-dash-extra 13'],
  ],
  [
    'a mapping is a list',
    deployment,
    put(['      app:', '      -  app:'], ['  name: apa', '  - name: apa']),
    ['yaml-dash-extra 4', 'yaml-dash-extra 8'],
  ],
  ['a name is misspelt', deployment, put(['template', 'tempalte']), ['yaml-name-misspelt 10']],
  [
    'a name is misspelt',
    pod,
    put(['containers', 'contianers'], ['containerPort', 'containerport']),
    ['yaml-name-misspelt 8', 'yaml-name-misspelt 12'],
  ],
  [
    'a name is misspelt',
    service,
    put(['selector:', 'selecter: # 파드 고르기'], ['targetPort: 80', 'targetPort: 8080']),
    ['target-port-wrong 9', 'yaml-name-misspelt 12'],
  ],
  [
    'a name is misspelt',
    pod,
    put(['metadata', 'metdata'], ['kind', 'kinds']),
    ['yaml-name-misspelt 2', 'yaml-name-misspelt 3'],
  ],
  [
    'a level too many',
    service,
    put([/selector:\n {4}/, 'selector: # 고르기\n    matchLabels:\n      ']),
    ['yaml-level-extra 13–14'],
  ],
  [
    'a level too many',
    pod,
    put([/labels:\n {4}/, 'labels:\n    matchLabels:\n      ']),
    ['yaml-level-extra 6–7'],
  ],
  [
    'a level is left out',
    deployment,
    put(['    matchLabels:\n      ', '    ']),
    ['yaml-level-missing 7'],
  ],
  ['a level is left out', deployment, put(['  template:\n', '']), ['yaml-level-missing 10']],
  ['a level is left out', pod, put(['spec:\n', '']), ['yaml-level-missing 7']],
  [
    'two objects in one file',
    service,
    (text) => text + bookText(deployment),
    ['yaml-separator-missing 14'],
  ],
  [
    'two objects in one file',
    deployment,
    (text) => windows(`${bookText(service)}\n# 디플로이먼트\n${text}`),
    ['yaml-separator-missing 16'],
  ],
  [
    'two objects in one file',
    deployment,
    (text) => `${bookText(pod)}${put(['spec:', 'sepc:'])(text)}${bookText(service)}`,
    ['yaml-separator-missing 13, 32', 'yaml-name-misspelt 17'],
  ],
  ['no space after a colon', pod, put(['image: ', 'image:']), ['yaml-space-after-colon 10']],
  [
    'no space after a colon',
    deployment,
    (text) => windows(put(['kind: ', 'kind:'], ['- name: ', '- name:'])(text)),
    ['yaml-space-after-colon 2, 16'],
  ],
  [
    'no space after a colon',
    service,
    (text) => text.replaceAll(': ', ':'),
    ['yaml-space-after-colon 1–2, 4, 6, 8–11, 13'],
  ],
  [
    "Docker's pair for a port",
    service,
    put(['targetPort: 80', 'targetPort: "8099:80"']),
    ['yaml-port-pair 9'],
  ],
  [
    "Docker's pair for a port",
    service,
    put(['nodePort: 30080', 'nodePort: 30080:8099 # 바깥에서']),
    ['yaml-port-pair 11'],
  ],
  [
    "Docker's pair for a port",
    deployment,
    put(['containerPort: 80', "containerPort: '8080:80'"]),
    ['yaml-port-pair 19'],
  ],
  ['the first line is indented', service, (text) => `\n ${text}`, ['yaml-too-deep 2']],
  ['the first line is indented', deployment, (text) => `# 연습\n    ${text}`, ['yaml-too-deep 2']],
  ['the first line is indented', pod, (text) => windows(`---\n  ${text}`), ['yaml-too-deep 2']],
  ['lines of a page came along', service, (text) => `~~~yml\n${text}~~~`, ['yaml-pasted 1, 15']],
  [
    'lines of a page came along',
    deployment,
    (text) => `cat > apa000dep.yml <<EOF\n${put(['spec:', 'spce:'])(text)}EOF\n`,
    ['yaml-pasted 1, 21', 'yaml-name-misspelt 6'],
  ],
  [
    'lines of a page came along',
    pod,
    (text) => `$ kubectl apply -f apa000pod.yml\n${last(text)}`,
    ['yaml-pasted 1'],
  ],
  [
    'letters of another keyboard',
    service,
    put(['type: ', 'type：'], [/^ {2}selector/m, '　 selector']),
    ['yaml-other-colon 6', 'yaml-other-space 12'],
  ],
  [
    'letters of another keyboard',
    pod,
    (text) => text.replaceAll(/^ +/gm, (blanks) => '\u00A0'.repeat(blanks.length)),
    ['yaml-other-space 4–6, 8–12'],
  ],
  ['two names in one line', pod, put(['v1\nkind', 'v1 kind']), ['yaml-joined 1']],
  [
    'two names in one line',
    service,
    put(['8099\n      targetPort', '8099 targetPort'], ['30080', '30008']),
    ['yaml-joined 8', 'service-port-wrong 10'],
  ],
  ['a file pasted twice', pod, (text) => text + text, ['yaml-pasted-twice 13–24']],
  [
    'a file pasted twice',
    service,
    (text) => windows(last(text) + put(['NodePort', 'Nodeport'])(text)),
    ['yaml-pasted-twice 13–25'],
  ],
  [
    'all indentation is lost',
    deployment,
    (text) => text.replaceAll(/^ +/gm, ''),
    ['yaml-flattened 4, 6–19'],
  ],
  [
    'all indentation is lost',
    pod,
    (text) => put(['image', 'imgae'])(text.replaceAll(/^ +/gm, '')),
    ['yaml-flattened 4–6, 8–12', 'yaml-name-misspelt 10'],
  ],
  ['the keyboard is Korean', pod, put(['image:', 'ㅑㅡㅁㅎㄷ:']), ['yaml-keyboard-korean 10']],
  [
    'the keyboard is Korean',
    deployment,
    put(['kind:', 'ㅏㅑㅜㅇ:'], ['replicas: 3', 'replicas: 2']),
    ['yaml-keyboard-korean 2', 'replicas-wrong 9'],
  ],
  ['the number of a page', deployment, put(['  template', '287\n  template']), ['yaml-pasted 10']],
  ['a word is broken by a page', service, put(['nodePort', 'node-\nPort']), ['yaml-wrapped 11–12']],
  [
    'an alias for a value that is wrong behind its anchor',
    deployment,
    put(['app: apa000kube', 'app: &app apa000cube'], ['app: apa000kube', 'app: *app']),
    ['yaml-value 8'],
  ],
  [
    'JSON without a comma',
    pod,
    (text) => put(['"v1",', '"v1"'])(asJson(text)),
    ['yaml-comma-missing 2'],
  ],
  [
    'JSON with a comma behind the last entry',
    service,
    (text) => put(['"apa000kube"', '"apa000kube",'], ['80,', '81,'])(asJson(text)),
    ['target-port-wrong 12', 'yaml-comma-last 18'],
  ],
  ['tabs', deployment, (text) => text.replaceAll('  ', '\t'), ['yaml-tab 4, 6–19']],
  ['tabs', service, put(['  ports', '\tports']), ['yaml-tab 7']],
];
