/** Mails and the clock: outside effects, each of which may be killed and run again. */
import { implementJob } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import * as c from '../contract.ts'
import { wordsIn } from '../words.ts'

export const tellChangesBody = implementJob(c.tellChangesJob, {
  run: async (run, { id }) => {
    const door = mailDoor()
    const facts = await run.query(c.changesToTell, { id })
    if (!door || facts.letters.length === 0) return
    const sent: string[] = []
    let failed = 0
    for (const letter of facts.letters) {
      if (run.signal.aborted) break
      const say = wordsIn(nearestLanguage(letter.language))
      const params = { ...letter, traveller: facts.traveller, office: facts.office }
      const went = await door
        .send({
          to: { name: letter.name, address: letter.email },
          subject: say('page.letter.change.subject', params),
          text: say('page.letter.change', params),
          // the same mail each time it is tried: whoever receives it knows it again
          id: `travel-change-${letter.id}`,
        })
        .then(() => true)
        .catch(() => false)
      if (went) sent.push(letter.id)
      else failed++
    }
    const outcome = await run.dispatch(c.noteChangesTold, { id, sent, failed }, `told:${sent.join()}`)
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    if (failed > 0) throw new Error(`${failed} of ${facts.letters.length} mails were not taken`)
  },
})

/** Each morning. */
export const dueJobBody = implementJob(c.dueJob, {
  schedule: { cron: '20 6 * * *', zone: 'organisation' },
  run: async run => {
    const { documents, trips } = await run.query(c.dueNow, {})
    if (documents + trips === 0) return
    const outcome = await run.dispatch(c.raiseDue, {}, 'raise')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
