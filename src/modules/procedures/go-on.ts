import type { Act } from '../../kernel/implement.ts'
import { stepsBegun } from './contract.ts'
import { advance, type RunRow, type StepRow } from './steps.ts'

/** After a step has ended: begins what waited for it, and says so where anything did. */
export async function goOn(act: Act, run: RunRow, steps: readonly StepRow[], title: string): Promise<number> {
  const work = await advance(act, run, steps, title)
  if (work.length > 0) act.emit(stepsBegun, { id: run.id, title, count: work.length, work }, [run.id])
  return work.length
}
