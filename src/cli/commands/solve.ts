import { findChangingLab } from '../find-lab';
import { hold } from '../hold';
import { say } from '../language';
import { labLine } from '../../core/shell/lab-command';
import { atPlace, type PlaceFlags } from '../place';
import { exit, print, printJson, printLine, reporter } from '../views/terminal';
import { exitCodeOf, printVerdict, verdictJson } from './check';

/** `dkkb solve ID`: brings the lab to its solution and checks it. */
export async function solve(
  id: string,
  options: PlaceFlags & { output?: string },
): Promise<number> {
  const lab = await findChangingLab(id);
  const { verdict, urls } = await atPlace(lab, options, async (place) => ({
    verdict: await hold([lab], place, () => place.solve(lab, reporter)),
    urls: place.urls(lab),
  }));
  if (options.output === 'json') {
    printJson({ ...verdictJson(verdict), urls });
  } else {
    printVerdict(verdict, false);
    urls.forEach((url) => printLine(`  ${url}`));
    print(say({ ko: `정리: ${labLine('down', id)}`, en: `Clean up: ${labLine('down', id)}` }));
  }
  return exitCodeOf([verdict]) || exit.done;
}
