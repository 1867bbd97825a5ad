/** How readers write the words of the ids in Korean letters. */
const loanWords: Readonly<Record<string, string>> = {
  터미널: 'terminal',
  커맨드: 'commands',
  라이프사이클: 'lifecycle',
  포트: 'port',
  엔진엑스: 'nginx',
  마이에스큐엘: 'mysql',
  이미지: 'images',
  워드프레스: 'wordpress',
  레드마인: 'redmine',
  마리아디비: 'mariadb',
  마리아db: 'mariadb',
  카피: 'copy',
  바인드: 'bind',
  볼륨: 'volume',
  마운트: 'mount',
  백업: 'backup',
  커밋: 'commit',
  도커파일: 'dockerfile',
  레지스트리: 'registry',
  인스톨: 'install',
  컴포즈: 'compose',
  클러스터: 'cluster',
  파드: 'pod',
  포드: 'pod',
  디플로이먼트: 'deployment',
  서비스: 'service',
  스케일: 'scale',
  셀프힐: 'selfheal',
  딜리트: 'delete',
  버추얼박스: 'virtualbox',
  나노: 'nano',
  미니큐브: 'minikube',
  윈도우: 'windows',
};

const loanWord = new RegExp(Object.keys(loanWords).join('|'), 'gi');

/** The same text with such words in English letters. */
export function inEnglish(text: string): string {
  return text.normalize('NFC').replace(loanWord, (word) => loanWords[word.toLowerCase()] ?? word);
}
