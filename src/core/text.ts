/** A text in both languages; the type makes a missing one a compile error. */
export interface Text {
  readonly ko: string;
  readonly en: string;
}
