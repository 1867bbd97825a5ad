/** How deep a file may nest by its indentation, and how many lists and objects it may open by a bracket: the parser needs stack for each level, and a full stack may end the whole program. */
const most = { columns: 250, brackets: 200 };

/** The line, counted from 1, from which a YAML text may nest deeper than its parser should go; a bracket inside a text counts too, which is safe. */
export function tooDeepFrom(lines: readonly string[]): number | undefined {
  let brackets = 0;
  const at = lines.findIndex((line) => {
    brackets += line.split(/[[{]/).length - 1;
    return brackets > most.brackets || levelsOf(line) > most.columns;
  });
  return at < 0 ? undefined : at + 1;
}

/** The most levels that a line can open: one for each column of its indentation, and one for each `-`, `?` or key in it. */
function levelsOf(line: string): number {
  const text = line.trimStart();
  const further = text.split(/[ \t]/).filter((word) => /^[-?]$|:$/.test(word));
  return line.length - text.length + further.length;
}
