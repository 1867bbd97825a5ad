import type { Text } from '../../core/text';
import { configSchema, ubuntuReleases, type ConfigFields } from './config';
import { largestClass } from './students';

const yesNo: Text = { ko: 'true 또는 false', en: 'true or false' };

/** What each field of the configuration may contain, in words. */
export const allowedIn: Readonly<Record<keyof ConfigFields, Text>> = {
  class: {
    ko: '영어 소문자로 시작하는 이름 (소문자, 숫자, `-`), 30자까지',
    en: 'a name that begins with a–z (lower-case letters, digits, `-`), at most 30 characters',
  },
  students: {
    ko: `1에서 ${largestClass}까지의 수, 이름의 목록, 또는 CSV 명단 파일 (\`.csv\`, \`.tsv\`, \`.txt\`)`,
    en: `a number from 1 to ${largestClass}, a list of names, or a roster file that ends with .csv, .tsv or .txt`,
  },
  region: { ko: '`ap-northeast-2` 같은 AWS 리전', en: 'an AWS region such as `ap-northeast-2`' },
  instanceType: {
    ko: '`t3.medium`, `t4g.medium` 같은 EC2 인스턴스 유형',
    en: 'an EC2 instance type such as `t3.medium` or `t4g.medium`',
  },
  disk: { ko: '10에서 1000까지의 GiB', en: 'a whole number of GiB from 10 to 1000' },
  ubuntu: { ko: ubuntuReleases.join(', '), en: ubuntuReleases.join(', ') },
  hours: {
    ko: '0보다 크고 720 이하인 시간 수',
    en: 'a number of hours, more than 0 and at most 720',
  },
  budget: {
    ko: '0보다 큰 미국 달러 금액 (없으면 한도를 두지 않습니다)',
    en: 'US dollars, more than 0 (without it there is no limit)',
  },
  wonPerDollar: {
    ko: '1달러의 원화 값, 100에서 10000까지',
    en: 'Korean won for a dollar, from 100 to 10000',
  },
  allow: {
    ko: '`auto`, 또는 `203.0.113.7/32` 같은 CIDR의 목록 (`auto`를 함께 적어도 됩니다)',
    en: '`auto`, or a list of CIDRs such as `203.0.113.7/32`, with `auto` among them if you like',
  },
  allowAnywhere: yesNo,
  acceptNewHostKeys: yesNo,
  ports: {
    ko: '1에서 65535까지의 포트나 `8080-8099` 같은 범위의 목록',
    en: 'a list of ports from 1 to 65535, or ranges such as `8080-8099`',
  },
  subnet: {
    ko: '`subnet-`으로 시작하는 서브넷 id (없으면 VPC를 새로 만듭니다)',
    en: 'the id of a subnet, which begins with `subnet-` (without one a VPC is made)',
  },
  spot: yesNo,
  tags: {
    ko: '글자, 숫자, 공백, `+ - = . _ : / @`로 된 이름과 값 (`aws:`, `dkkb:`, `Name` 제외)',
    en: 'names and values of letters, digits, spaces and `+ - = . _ : / @` (not `aws:`, `dkkb:`, `Name`)',
  },
  mirror: {
    ko: '`images`와 `packages`에 `http://10.0.0.5:5001` 같은 주소',
    en: '`images` and `packages`, each an address such as `http://10.0.0.5:5001`',
  },
};

/** What the configuration also has to say before the whole internet may connect. */
export const anywhere: Text = {
  ko: '온 인터넷에 열려면 `allowAnywhere: true`도 적습니다. 아니면 더 좁은 CIDR',
  en: 'a narrower CIDR; to open it to the whole internet on purpose, say `allowAnywhere: true` too',
};

/** The names of all fields. */
export const fieldNames = Object.keys(configSchema.shape) as (keyof ConfigFields)[];
