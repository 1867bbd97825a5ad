/** Words that beginners type for what the reference calls otherwise. */
const same: Readonly<Record<string, string>> = {
  멈추기: '정지',
  멈춤: '정지',
  스톱: '정지',
  끄기: '정지',
  켜기: '시작',
  띄우기: '실행',
  돌리기: '실행',
  비번: '비밀번호',
  암호: '비밀번호',
  패스워드: '비밀번호',
  password: '비밀번호',
  사용법: '도움말',
  헬프: '도움말',
  yml: 'yaml',
  야믈: 'yaml',
  없애기: '삭제',
  보기: '봅니다',
  리스트: '목록',
  올리기: '업로드',
  받기: '다운로드',
  꺼짐: '종료',
  중단: '중지',
  재부팅: '재시작',
  고치기: '수정',
  바꾸기: '변경',
  열기: '편집',
  전체: '모두',
  백업: '내보내기',
  복원: '불러오기',
  배포: '적용',
  포트포워딩: '포트',
  디렉토리: '디렉터리',
  deploy: 'deployment',
};

/** Another word for the same; a verb as the noun that it is made of: `실행하기` is `실행`. */
export function sameAs(word: string): string {
  const typed = word.normalize('NFC').toLowerCase();
  const verb = typed.replace(/(?<=[가-힣])는(?:법|방법)$/u, '기');
  const noun = verb.replace(/(?<=[가-힣]{2})(?:하기|방법)$/u, '');
  return same[typed] ?? same[verb] ?? same[noun] ?? noun;
}

/** One long Korean word as two words, such as `볼륨` and `마운트`, in each way that leaves two letters. */
export function takenApart(words: readonly string[]): string[][] {
  const [word = ''] = words.map((one) => one.normalize('NFC'));
  if (words.length !== 1 || !/^[가-힣]{4,12}$/u.test(word)) return [];
  const places = Array.from({ length: word.length - 3 }, (_, at) => at + 2);
  return places.map((at) => [word.slice(0, at), word.slice(at)].map(sameAs));
}
