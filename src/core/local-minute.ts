/** A time of this machine's zone, to the minute: `2026-11-29 18:05`. */
export function localMinute(iso: string): string {
  // Sweden writes times as ISO 8601 does.
  return new Date(iso).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}
