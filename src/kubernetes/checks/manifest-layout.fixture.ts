import { deployment, pod, service } from '../model/manifests';
import { bookText, last, less, put, windows, type Written } from './spoiled-manifest.fixture';

/** Mistakes in how lines stand: their indentation, their dashes, and what is one object. */
export const layoutMistakes: readonly Written[] = [
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
];
