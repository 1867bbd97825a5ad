import { lookEverywhere } from '../../../class/aws/account';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { chat, exit, mark, print, reporter } from '../../views/terminal';
import { everywhere, printClasses } from './list';
import type { ClassOptions } from './options';

/** `class down` where no class is named: takes none for granted, and lists those of the account. */
export async function nameOne(
  hasFile: boolean,
  region: string,
  options: ClassOptions,
): Promise<number> {
  const view = await reporter.step(everywhere, () => lookEverywhere(region));
  chat(`${mark.failed} ${say(hasFile ? unnamedInFile : unnamed)}`);
  printClasses(view, options.output);
  print(`  ${mark.arrow} ${say(nameIt)}`);
  return exit.wrongUse;
}

const unnamed: Text = {
  ko: '어느 반인지 알 수 없습니다. 이 폴더에는 dkkb.config.yaml이 없습니다. 아무것도 삭제하지 않았습니다.',
  en: 'It is not known which class is meant: there is no dkkb.config.yaml here. Nothing was removed.',
};

const unnamedInFile: Text = {
  ko: '어느 반인지 알 수 없습니다. 설정 파일에 `class`가 없습니다. 아무것도 삭제하지 않았습니다.',
  en: 'It is not known which class is meant: the configuration has no `class`. Nothing was removed.',
};

const nameIt: Text = {
  ko: '반의 이름을 씁니다: dkkb class down --class 이름',
  en: 'Name the class: dkkb class down --class NAME',
};
