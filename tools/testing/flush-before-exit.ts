/**
 * Loaded before a test file (`--import`): what it has said is heard before it exits. A pipe is written to without waiting on Linux too once
 * it is full, and `--test-force-exit` ends the process whatever is still to be written: a busy runner lost the last tests of a file so.
 */
const exit = process.exit.bind(process)

process.exit = ((code?: number | string) => {
  process.stdout.write('', () => exit(code))
}) as typeof process.exit
