import { shellLine } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';

/** Key pairs of the names that the class needs are there, and are not the class's. */
export const keyNameTaken = defineProblem(
  'aws-key-name-taken',
  ({ names = '', region = '' }: Maybe<'names' | 'region'>) => {
    const [first = ''] = names.split(', ');
    return {
      message: {
        ko: `${region} 리전에 같은 이름의 키 페어가 이미 있는데, 이 반의 태그(\`dkkb:class\`)가 없습니다: ${names}`,
        en: `${region} already has key pairs of these names, and they lack the tag of this class (\`dkkb:class\`): ${names}`,
      },
      remedy: {
        ko: 'dkkb는 다른 사람의 것을 지우지 않습니다. 누구의 것인지 보고(첫째 줄), 아무도 쓰지 않으면 지웁니다(둘째 줄, 이름마다). 쓰는 것이면 설정 파일의 `class`에 다른 이름을 적습니다:',
        en: 'dkkb removes nothing of others. See whose they are (first line) and, if nobody uses them, remove them (second line, for each name). If somebody does, give the class another name (`class` in the configuration):',
        commands: [
          shellLine`aws ec2 describe-key-pairs --key-names ${first} --region ${region}`,
          shellLine`aws ec2 delete-key-pair --key-name ${first} --region ${region}`,
        ],
      },
    };
  },
);
