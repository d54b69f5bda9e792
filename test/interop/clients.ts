/** Programs of others that a test needs: where one is not on this machine, the test says so and is skipped. */
import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a program, or null. */
export function found(program: string): string | null {
  for (const folder of [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']) {
    const path = join(folder, program)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // not in this one
    }
  }
  return null
}

/** For `test(name, options, …)`: why it is skipped, or false. */
export const skippedWithout = (program: string, packageName = program): string | false =>
  found(program) ? false : `skipped: no ${program} on this machine (Debian: apt-get install ${packageName})`

export interface Ran {
  readonly code: number
  readonly text: string
}

/** Runs a program to its end; what it says on both lines, in order. */
export function run(
  program: string,
  words: readonly string[],
  {
    cwd,
    input,
    env,
    timeoutMs = 120_000,
  }: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv; timeoutMs?: number } = {},
): Promise<Ran> {
  return new Promise(resolve => {
    const child = execFile(
      program,
      [...words],
      { cwd, env: { ...process.env, ...env }, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, text: `${stdout}${stderr}` }),
    )
    // A program may end before it has heard all.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}
