import { readLimit } from './answers/bounds';
import type { Text } from './text';

/** A page that a server answers with, known by a text in its body. */
export interface Page {
  readonly name: Text;
  /** Stands in the body of every version of the page. */
  readonly contains: string;
  /** The path to which a server that has reached its database, and is not installed yet, redirects. */
  readonly installer?: string;
  /** What the application says instead while it cannot reach its database. */
  readonly withoutDatabase?: RegExp;
}

/** A summary of a page: its title, else its first words. */
export function summaryOf(html: string): string {
  const start = html.slice(0, readLimit.page);
  const title = /<title>([^<]*)<\/title>/i.exec(start)?.[1]?.trim();
  const words = withoutTags(start).replace(/\s+/g, ' ').trim();
  return (title || words).slice(0, 80);
}

function withoutTags(html: string): string {
  const words: string[] = [];
  let from = 0;
  for (;;) {
    const open = html.indexOf('<', from);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) return [...words, html.slice(from)].join(' ');
    words.push(html.slice(from, open));
    from = close + 1;
  }
}
