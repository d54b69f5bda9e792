import { implementJob } from '../../../kernel/implement.ts'
import { listTurnsDue, makeTurn, tellTurn, turnsJob } from '../contract.ts'

/** Turns that were missed while nothing ran are made one after the other; more than this at once is left to the next hour. */
const mostRounds = 24

/** Each hour of the day; an invoice is made, issued and sent in one act, so that a killed run leaves none half done. */
export const turnsJobBody = implementJob(turnsJob, {
  schedule: { cron: '25 6-20 * * *', zone: 'organisation' },
  run: async run => {
    for (let round = 0; round < mostRounds; round++) {
      const { rows } = await run.query(listTurnsDue, {})
      if (rows.length === 0) return
      for (const { id, on } of rows) {
        const turn = { id, on: String(on) }
        const made = await run.dispatch(makeTurn, turn, `make:${id}:${on}`)
        if (made.status === 'refused')
          await run.dispatch(tellTurn, { ...turn, refusal: made.refusal.name }, `tell:${id}:${on}`)
      }
    }
  },
})
