import { implementCommand } from '../../../kernel/implement.ts'
import { coverTasks } from '../contract.ts'
import { moveTasks } from '../cover.ts'

export const coverTasksBody = implementCommand(coverTasks, {
  run: async act => ({ output: await moveTasks(act) }),
})
