import { rewording, type Change, type Maker } from '../change';
import { endOfBlock, partsOf, type Parts } from '../parts';
import { reworded, shifted } from '../row';
import { levelsNear, stopsOf } from './levels';

/** The line, its block, or it and the blocks that follow, at another depth. */
export const depths: Maker = ({ rows, parts }, at) => {
  const part = parts[at];
  if (!part || part.isBlank) return [];
  const stops = [...new Set([at + 1, ...stopsOf(parts, at)])];
  return levelsNear(parts, at)
    .filter((level) => level !== part.indent)
    .flatMap((level) => {
      const by = level - part.indent;
      return stops.map((stop, index): Change => {
        const moved = rows.slice(at, stop).map((row) => shifted(row, by));
        const mistake = by > 0 ? 'too-shallow' : 'too-deep';
        // A line goes with what hangs on it.
        const isTorn = stop === at + 1 && stops.length > 1;
        const cost = isTorn ? 1.3 : 1 + 0.02 * index;
        return { mistake, at, count: stop - at, rows: moved, cost };
      });
    });
};

/** A dash that makes a list of what is none, or is missing before an item. */
export const dashes: Maker = (ground, at) => {
  const part = ground.parts[at];
  if (!part || part.isBlank) return [];
  if (part.dashes > 0) return withoutDash(ground, at);
  // A dash is there, and needs a blank.
  return /^\s*-/.test(ground.rows[at]?.text ?? '') ? [] : withDash(ground, at);
};

const withoutDash: Maker = (ground, at) => {
  const { rows, parts } = ground;
  const row = rows[at];
  const part = parts[at];
  if (!row || !part) return [];
  const bare = row.text.replace(/^(\s*)-[ \t]*/, '$1');
  const end = endOfBlock(parts, at);
  const rest = rows.slice(at + 1, end).map((next) => shifted(next, part.indent - part.column));
  const own = [reworded(row, bare), ...rest];
  const inPlace = ' '.repeat(part.column) + bare.trimStart();
  return [
    { mistake: 'dash-extra', at, count: end - at, rows: own, cost: 1 },
    ...rewording('dash-extra', ground, at, inPlace, 1.05),
    ...rewording('dash-extra', ground, at, bare, 1.1),
    ...rewording('space-after-dash', ground, at, row.text.replace(/^(\s*)-[ \t]+/, '$1- ')),
    ...withoutDashes(ground, at),
  ];
};

/** A dash before each name of one item, from its second name on. */
const withoutDashes: Maker = ({ rows, parts }, at) => {
  const isName = ({ dashes, key, indent }: Parts) =>
    dashes === 1 && key !== undefined && indent === parts[at]?.indent;
  const before = parts[at - 1];
  const count = [...parts.slice(at), partsOf('')].findIndex((part) => !isName(part));
  if (!before || !isName(before) || count < 2) return [];
  const bare = rows.slice(at, at + count).map((row) => reworded(row, row.text.replace('-', ' ')));
  return [{ mistake: 'dash-extra', at, count, rows: bare, cost: 1.1 }];
};

const withDash: Maker = (ground, at) => {
  const { rows, parts } = ground;
  const row = rows[at];
  if (!row) return [];
  const { text } = row;
  const items = stopsOf(parts, at).flatMap((stop) =>
    ['- ', '  - '].map((dash, index): Change => {
      const first = reworded(row, text.replace(/^(\s*)/, `$1${dash}`));
      const rest = rows.slice(at + 1, stop).map((next) => shifted(next, dash.length));
      const cost = 1 + 0.1 * index;
      return { mistake: 'dash-missing', at, count: stop - at, rows: [first, ...rest], cost };
    }),
  );
  return [
    ...items,
    ...rewording('dash-missing', ground, at, text.replace(/^(\s*)/, '$1- ')),
    ...rewording('dash-missing', ground, at, text.replace(/^(\s*) {2}(?=\S)/, '$1- ')),
    ...rewording('dash-missing', ground, at, text.replace(/^(\s*)/, '$1  - '), 1.1),
  ];
};

/** A key that is one level too many: what stands beneath it moves up. */
export const levels: Maker = ({ rows, parts }, at) => {
  const part = parts[at];
  const first = parts[at + 1];
  if (part?.key === undefined || part.value !== '' || !first) return [];
  const end = endOfBlock(parts, at);
  const moved = rows.slice(at + 1, end).map((row) => shifted(row, part.indent - first.indent));
  return [{ mistake: 'level-extra', at, count: end - at, rows: moved, cost: 1.2 }];
};
