/** Milliseconds in which a question has to be answered: on a machine under load the client alone takes several seconds. */
export const answerTime = 60_000;

// Commands that only ask. Every other command takes as long as its work does.
const questions =
  /^(?:version|info|port|exec|compose (?:version|config)|events|context inspect|container (?:inspect|ls|logs|diff)|(?:image|network|volume) (?:inspect|ls))\b/;

/** Whether a docker command only asks, and so is answered soon or not at all. */
export function isQuestion(args: readonly string[]): boolean {
  return questions.test(args.join(' ').replace(/^compose (?:--?\S+ \S+ )+/, 'compose '));
}
