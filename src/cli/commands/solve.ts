import { findChangingLab } from '../find-lab';
import { hold } from '../hold';
import { say } from '../language';
import { placeToChange, type PlaceFlags } from '../place';
import { exit, print, printJson, printLine, reporter } from '../views/terminal';
import { exitCodeOf, printVerdict, verdictJson } from './check';

/** `dkkb solve ID`: brings the lab to its solution and checks it. */
export async function solve(
  id: string,
  options: PlaceFlags & { output?: string },
): Promise<number> {
  const lab = await findChangingLab(id);
  const place = await placeToChange(lab, options);
  const verdict = await hold([lab], place, () => place.solve(lab, reporter));
  const urls = place.urls(lab);
  if (options.output === 'json') {
    printJson({ ...verdictJson(verdict), urls });
  } else {
    printVerdict(verdict, false);
    urls.forEach((url) => printLine(`  ${url}`));
    print(say({ ko: `정리: dkkb down ${id}`, en: `Clean up: dkkb down ${id}` }));
  }
  return exitCodeOf([verdict]) || exit.done;
}
