import type { Pattern } from '../failure';
import { defineProblem, type Maybe } from '../problem';

/** The public registry gives this address no more images for a while. */
export const registryLimit = defineProblem(
  'registry-limit',
  ({ image = '' }: Maybe<'image'>) => ({
    message: {
      ko: `이미지 저장소가 잠시 내려받기를 막았습니다(${image}). 한 주소에서 너무 많이 받았을 때 생기며, 교실처럼 여럿이 함께 쓰는 곳에서 흔합니다.`,
      en: `The registry refuses more pulls from this address for now (${image}); this is common where many share one address, as in a classroom.`,
    },
    remedy: {
      ko: '선생님이 나눠 주는 이미지 파일을 `dkkb images load 파일` 명령으로 불러옵니다. 혼자라면 `docker login` 명령으로 로그인한 뒤 다시 하거나 여섯 시간 뒤에 합니다.',
      en: "Load the teacher's archive with `dkkb images load FILE`. If you work alone, log in with `docker login` and try again, or wait six hours.",
    },
  }),
  { kind: 'cannot-tell' },
);

/** The registry cannot be reached. */
export const registryUnreachable = defineProblem(
  'registry-unreachable',
  ({ image = '', said = '' }: Maybe<'image' | 'said'>) => ({
    message: {
      ko: `이미지 저장소에 연결할 수 없어 ${image} 이미지를 받지 못했습니다. 메시지: ${said}`,
      en: `The registry cannot be reached, so the image ${image} was not pulled. It says: ${said}`,
    },
    remedy: {
      ko: '인터넷 연결을 확인합니다. 인터넷이 없으면 이미지 파일을 불러오거나(`dkkb images load 파일`) 데비안·우분투에서는 직접 만듭니다(`dkkb images build`).',
      en: 'Check the internet connection. Without one, load an archive (`dkkb images load FILE`) or, on Debian and Ubuntu, build the images (`dkkb images build`).',
    },
  }),
  { kind: 'cannot-tell' },
);

/** No registry has the image. */
export const imageMissing = defineProblem(
  'image-missing',
  ({ image = '', said = '' }: Maybe<'image' | 'said'>) => ({
    message: {
      ko: `${image} 이미지를 찾을 수 없습니다. 메시지: ${said}`,
      en: `The image ${image} was not found. It says: ${said}`,
    },
    remedy: {
      ko: '이미지 이름의 철자를 확인합니다. 책의 이미지 목록: dkkb images list',
      en: "Check the spelling of the image's name. The book's images: dkkb images list",
    },
  }),
  { kind: 'cannot-tell' },
);

/** The image is not made for this processor. */
export const imageWrongPlatform = defineProblem(
  'image-wrong-platform',
  ({ image = '', platform = process.arch }: Maybe<'image' | 'platform'>) => ({
    message: {
      ko: `${image ? `${image} 이미지에는` : '이미지 가운데 하나에는'} 이 컴퓨터(${platform})에서 쓸 수 있는 것이 없습니다.`,
      en: `${image ? `The image ${image}` : 'One of the images'} does not exist for this kind of computer (${platform}).`,
    },
    remedy: {
      ko: '이 컴퓨터용이 있는 새 태그를 씁니다. 예를 들어 mysql:5.7은 arm64용이 없으므로 mysql을 씁니다.',
      en: 'Use a newer tag that exists for it: mysql:5.7, for example, has none for arm64; use mysql.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** The engine has no room left. */
export const diskFull = defineProblem(
  'disk-full',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `디스크에 남은 공간이 없습니다. 메시지: ${said}`,
      en: `The disk is full. It says: ${said}`,
    },
    remedy: {
      ko: '무엇이 공간을 쓰는지 봅니다: docker system df. 쓰지 않는 이미지를 지운 뒤 다시 합니다: docker image prune',
      en: 'See what takes the space: docker system df. Remove unused images and try again: docker image prune',
    },
  }),
  { kind: 'cannot-tell' },
);

/** A registry's and an engine's own words for what keeps an image from being pulled. */
export const pullPatterns = {
  diskFull: { problem: diskFull, test: /no space left on device/i },
  registryLimit: {
    problem: registryLimit,
    test: /toomanyrequests|too many requests|pull rate limit/i,
  },
  imageWrongPlatform: {
    problem: imageWrongPlatform,
    test: /(?:no matching manifest|no match for platform in manifest)(?: for (?<platform>\w+\/\w+))?/i,
  },
  registryUnreachable: {
    problem: registryUnreachable,
    test: /no such host|i\/o timeout|connection refused|network is unreachable|tls handshake timeout|temporary failure in name resolution|context deadline exceeded|server misbehaving|client\.timeout exceeded/i,
  },
  imageMissing: {
    problem: imageMissing,
    test: /manifest(?: for \S+)? (?:unknown|not found)|pull access denied|no such image|failed to resolve reference [^\n]{0,1000}: not found/i,
  },
} as const satisfies Readonly<Record<string, Pattern>>;
