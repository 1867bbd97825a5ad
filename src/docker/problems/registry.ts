import type { CommandLine } from '../../core/shell/command';
import { defineProblem } from '../../core/problem';
import { airplayRemedy } from './ports';

/** Something answers where the registry should, and it is no registry; `by` is the container, or empty. */
export const notARegistry = defineProblem(
  'not-a-registry',
  ({ registry, by, status }: { registry: string; by: string; status: string }, { system }) => {
    const port = registry.split(':').at(-1) ?? '';
    // AirPlay refuses every question, also beside a container that has the port of another address.
    const isAirplay = system === 'macos' && port === '5000' && status === '403';
    const who = isAirplay ? 'AirPlay Receiver' : '';
    return {
      message: {
        ko: `http://${registry} 주소에서 응답하는 것은 이미지 저장소가 아닙니다(응답 ${status}${who ? `, macOS의 ${who}` : by ? `, \`${by}\` 컨테이너` : ''}).`,
        en: `What answers at http://${registry} is not a registry (status ${status}${who ? `, ${who} of macOS` : by ? `, container \`${by}\`` : ''}).`,
      },
      remedy: isAirplay
        ? airplayRemedy(port)
        : {
            ko: '그 포트를 쓰는 것을 멈추고 `registry` 이미지로 컨테이너를 실행합니다.',
            en: 'Stop what uses that port, and run a container of the image `registry`.',
          },
    };
  },
);

type Empty = Readonly<
  Record<'registry' | 'tagged' | 'others' | 'wanted', string> & Record<'tag' | 'push', CommandLine>
>;

/** The registry's catalogue is empty; `tagged` is an image that waits to be pushed, `others` are tags that begin with another address, or both are empty. */
export const registryEmpty = defineProblem(
  'registry-empty',
  ({ registry, tagged, others, wanted, tag, push }: Empty) => ({
    message: {
      ko: `${registry} 저장소의 목록이 비어 있습니다.${tagged ? ` \`${tagged}\` 태그는 있지만 아직 올리지 않았습니다.` : ''}${others ? ` 다른 주소로 시작하는 태그만 있습니다: ${others}. 태그는 \`${wanted}\`처럼 저장소 주소로 시작해야 합니다.` : ''}`,
      en: `The catalogue of the registry ${registry} is empty.${tagged ? ` The tag \`${tagged}\` is there and was not pushed.` : ''}${others ? ` There are only tags that begin with another address: ${others}. A tag has to begin with the registry's address, such as \`${wanted}\`.` : ''}`,
    },
    remedy: tagged
      ? { ko: '저장소에 올립니다:', en: 'Push it:', commands: [push] }
      : {
          ko: '이미지에 저장소 주소로 시작하는 태그를 붙여 올립니다:',
          en: "Give an image a tag that begins with the registry's address, and push it:",
          commands: [tag, push],
        },
  }),
  { explained: { tagged: '' } },
);

/** The registry lists an image and does not hold all of it. */
export const registryImageBroken = defineProblem(
  'registry-image-broken',
  ({ image, missing, push }: { image: string; missing: string; push: CommandLine }) => ({
    message: {
      ko: `저장소의 목록에 \`${image}\` 이미지가 있지만 다시 받을 수 없습니다. 없는 것: ${missing}`,
      en: `The registry lists \`${image}\`, which cannot be pulled back. It lacks: ${missing}`,
    },
    remedy: {
      ko: '다시 올립니다:',
      en: 'Push it again:',
      commands: [push],
    },
  }),
);
