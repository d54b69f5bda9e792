/** A little module beside the real ones, whose act has an amount: so that what is above a limit can be asked for. */
import { command, contract } from '../src/kernel/declare.ts'
import { defineModule, implementCommand } from '../src/kernel/implement.ts'
import { emptyCatalogues } from '../src/kernel/language/testing.ts'
import { id, money, z } from '../src/kernel/schema.ts'

/** Pays for a task: the approver is shown the task's title. */
export const payTask = command({
  name: 'probe.pay-task',
  summary: 'Pays for a task.',
  input: z.strictObject({ id: id('task'), amount: money() }),
  output: z.strictObject({ version: z.int() }),
  subject: 'id',
  example: { id: '019aa000-0000-7000-8000-000000000001', amount: { amount: '2.00', currency: 'SEK' } },
})

export const probe = defineModule({
  contract: contract({ name: 'probe', commands: [payTask] }),
  catalogues: emptyCatalogues,
  commands: [
    implementCommand(payTask, {
      locks: input => [{ kind: 'task', id: input.id }],
      load: async (act, input) => act.locked(input.id),
      weigh: (input, task) => ({ amount: input.amount, class: task.class }),
      basis: (_input, task) => ({ title: `Pay for ${task.title}`, shown: { task: task.title } }),
      run: async (act, input) => ({ output: { version: await act.changeRecord(input.id) } }),
    }),
  ],
})
