import { defineProblem } from '../../core/problem';

/** The book's images do not exist for this kind of computer. */
export const architectureUnknown = defineProblem(
  'architecture-unsupported',
  ({ architecture }: { architecture: string }) => ({
    message: {
      ko: `엔진이 도는 컴퓨터의 종류가 ${architecture}입니다. 책의 이미지는 amd64와 arm64용이 있습니다.`,
      en: `The engine runs on ${architecture}; the book's images exist for amd64 and arm64.`,
    },
    remedy: {
      ko: '64비트 PC나 애플 실리콘 맥, 또는 클라우드의 가상 머신에서 실습합니다.',
      en: 'Work on a 64-bit PC, a Mac with Apple silicon, or a virtual machine in a cloud.',
    },
  }),
  { kind: 'cannot-tell' },
);
