import { currentMachine } from '../../core/system';
import { visible } from '../../core/answers/visible';
import { allProblems } from '../explain/catalogue';
import { explanationOf, type Explanation } from '../explain/explanation';
import { say } from '../language';
import { nearest } from '../nearest';
import { UsageError } from '../usage-error';
import { exit, mark, paint, print, printJson, printLine } from '../views/terminal';

/** `dkkb explain CODE`: what a problem means and what to do about it, without one. */
export function explain(asked: string, { output }: { output?: string }): number {
  // Readers copy the code with its brackets.
  const code = asked.toLowerCase().replace(/^\[|\]$/g, '');
  const definition = allProblems().get(code);
  if (!definition) throw unknownCode(asked, code);
  const explanation = explanationOf(code, definition, currentMachine());
  if (output === 'json') printJson(explanationJson(explanation));
  else printExplanation(explanation);
  return exit.done;
}

function explanationJson({ code, kind, message, remedy, commands }: Explanation) {
  return { code, kind, message: say(message), remedy: say(remedy), commands: commands.map(say) };
}

function printExplanation({ code, message, remedy, commands }: Explanation): void {
  print(paint.bold(code));
  print(`  ${say(message)}`);
  print(`  ${mark.arrow} ${say(remedy)}`);
  commands.forEach((command) => printLine(`      ${paint.bold(say(command))}`));
  if (![message, remedy, ...commands].some(({ en }) => en.includes('<'))) return;
  print('');
  print(
    say({
      ko: '`<`와 `>` 사이에는 그때의 값이 들어갑니다. 이 문제가 생기면 dkkb가 그 값을 넣어 보여 줍니다.',
      en: 'Between `<` and `>` stands a value of the moment. Where this problem comes up, dkkb shows that value.',
    }),
  );
}

function unknownCode(asked: string, code: string): UsageError {
  const near = nearCodes(code).join(', ');
  const shown = visible(asked);
  return new UsageError({
    ko: `\`${shown}\` 코드는 없습니다.${near ? ` 혹시 이것인가요? ${near}.` : ''} 모든 코드: docs/problems.md`,
    en: `There is no code \`${shown}\`.${near ? ` Did you mean: ${near}?` : ''} All codes: docs/problems.md`,
  });
}

function nearCodes(code: string): string[] {
  const known = [...allProblems().keys()];
  const beginning = known.filter((one) => code.length > 2 && `-${one}`.includes(`-${code}`));
  return beginning.length > 0 ? beginning : nearest(code, known);
}
