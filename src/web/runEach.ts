import type { Call, CommandAnswer } from './answers.ts'

/**
 * Runs calls one after the other, so that the one being run is the only one that a stop leaves open. Ends early when it is
 * stopped, or when the server is away: the rest would fail alike. Answers stand in the order of the calls.
 */
export async function runEach(
  calls: readonly Call[],
  run: (call: Call) => Promise<CommandAnswer>,
  stop: AbortSignal,
  told: (done: number) => void,
): Promise<CommandAnswer[]> {
  const answers: CommandAnswer[] = []
  for (const call of calls) {
    if (stop.aborted) break
    const answer = await run(call)
    answers.push(answer)
    told(answers.length)
    if (answer.status === 'offline') break
  }
  return answers
}
