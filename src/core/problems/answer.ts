import { defineProblem, type Maybe } from '../problem';

/** An answer of an engine, a machine or a registry is longer than the limit. */
export const answerTooLarge = defineProblem(
  'answer-too-large',
  ({ question = '', limit = '' }: Maybe<'question' | 'limit'>) => ({
    message: {
      ko: `\`${question}\` 질문에 너무 긴 답이 왔습니다(${limit} 넘음). 그래서 확인하지 못했습니다.`,
      en: `The answer to \`${question}\` is longer than what is read (${limit}), so this was not checked.`,
    },
    remedy: {
      ko: '그 컴퓨터에 로그인해서 같은 것을 직접 봅니다. 실습과 상관없는 큰 파일이나 컨테이너가 있으면 다른 곳으로 옮기고 다시 확인합니다.',
      en: 'Log in to that machine and look at it there. Move large files or containers that do not belong to the exercise away, and check again.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** An answer of an engine, a machine or a registry does not have the expected form. */
export const answerUnreadable = defineProblem(
  'answer-unreadable',
  ({ question = '', said = '' }: Maybe<'question' | 'said'>) => ({
    message: {
      ko: `\`${question}\` 질문에 읽을 수 없는 답이 왔습니다(${said}). 그래서 확인하지 못했습니다.`,
      en: `The answer to \`${question}\` cannot be read (${said}), so this was not checked.`,
    },
    remedy: {
      ko: '그 컴퓨터에 로그인해서 같은 것을 직접 봅니다. 도커가 맞게 설치되어 있는지도 봅니다: dkkb doctor',
      en: 'Log in to that machine and look at it there; see also whether Docker is installed as it should be: dkkb doctor',
    },
  }),
  { kind: 'cannot-tell' },
);

/** A pipe or a device has the name of a file; reading it may never end. */
export const fileNotRegular = defineProblem('file-not-regular', ({ file = '' }: Maybe<'file'>) => ({
  message: {
    ko: `\`${file}\` 항목이 보통 파일이 아닙니다(파이프나 장치). 그래서 읽지 않았습니다.`,
    en: `\`${file}\` is no regular file but a pipe or a device, so it was not read.`,
  },
  remedy: {
    ko: '그 항목의 이름을 바꾸거나 지우고, 같은 이름의 파일을 만듭니다.',
    en: 'Rename or remove it, and make a file of that name.',
  },
}));
