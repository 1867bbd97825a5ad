#!/usr/bin/env bash
# What `npm test` calls: makes the test bed, runs every test that this machine can, and ends with
# the numbers. With CI=true a missing part fails the run. Arguments go to jest.
set -euo pipefail

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$TESTBED/.."

# The parts that a test file asks for with `@needs PART...` in a comment.
needs() {
  local asked
  asked=$(sed -n 's/.*@needs \([a-z ]*[a-z]\).*/\1/p' "$1" | head -n 1)
  printf '%s' "${asked:-engine images}"
}

# Sorts the test files into those to run and, with the reason, those to leave out.
choose() {
  local file part lacks
  while read -r file; do
    lacks=''
    if [[ $file == *.e2e.test.ts ]]; then
      for part in $(needs "$file"); do
        [[ " $missing " != *" $part "* ]] || lacks+="${lacks:+, }$part"
      done
    fi
    if [[ -z $lacks ]]; then chosen+=("$file"); else left_out+=("${file#"$PWD"/}: without $lacks"); fi
  done < <(npx jest --listTests "$@")
}

# passed, failed, skipped of jest's report; a file that could not be loaded counts as a failure.
numbers() {
  node -p 'const r = JSON.parse(fs.readFileSync(process.argv[1], "utf8"));
    [r.numPassedTests, r.numFailedTests + r.numRuntimeErrorTestSuites,
     r.numPendingTests + r.numTodoTests].join(" ")' "$1"
}

report=$(mktemp)
trap 'rm -f "$report"' EXIT
code=0 chosen=() left_out=() passed=0 failed=0 skipped=0

"$TESTBED/prepare.sh" || say 'not every part could be made; the tests that need it are left out'
missing=$("$TESTBED/prepare.sh" --missing | paste -sd' ')
choose "$@"
if ((${#chosen[@]} > 0)); then
  # On two cores: a test waits for its engine four tenths of its time.
  npx jest --maxWorkers=3 --json --outputFile="$report" --runTestsByPath "${chosen[@]}" \
    </dev/null >/dev/null || code=1
  [[ ! -s $report ]] || read -r passed failed skipped < <(numbers "$report")
fi
for line in "${left_out[@]}"; do say "left out: $line"; done
if [[ -n $missing ]]; then
  say "to find out why: testbed/prepare.sh $missing"
  [[ ${CI:-} != true ]] || { code=1 && say 'with CI=true nothing may be left out: the run fails'; }
fi
((passed > 0)) || { code=1 && say 'no test passed'; }
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$((skipped + ${#left_out[@]}))"
exit "$code"
