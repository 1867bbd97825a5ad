/** The argument of the book that MySQL refuses today and MariaDB ignores. */
export const bookArguments =
  '--character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --default-authentication-plugin=mysql_native_password';

/** A shell line that waits, inside the container, until the database server accepts connections. */
export function waitForDatabase(name: string, client: 'mysqladmin' | 'mariadb-admin'): string {
  return `docker exec ${name} sh -c 'until ${client} ping --host=127.0.0.1 --silent 2>/dev/null; do sleep 0.2; done'`;
}

/** A shell condition: the page on that port of this machine contains the words. */
export function pageSays(port: number, words: string): string {
  return `exec 3<>/dev/tcp/127.0.0.1/${port} && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && timeout 5 grep -qi '${words}' <&3`;
}

/** A shell loop until a condition holds; the test's own time limit ends it. */
export function waitUntil(condition: string): string {
  return `until (${condition}) 2>/dev/null; do sleep 0.2; done`;
}

/** Lines of a shell, one after the other, each of which has to succeed. */
export function all(...lines: readonly string[]): string {
  return lines.join(' && ');
}
