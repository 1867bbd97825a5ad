import { deployment, pod, service } from '../model/manifests';
import { asJson, last, put, windows, type Written } from './spoiled-manifest.fixture';

/** Mistakes in what lines say: letters, names, values, and what a page brought along. */
export const signMistakes: readonly Written[] = [
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
