/** Mails of events, and forgetting in time: outside effects, each of which may be killed and run again. */
import { implementJob } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { linkMark, withLink } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { clockIn } from '../paper/clock.ts'
import { wordsIn } from '../words.ts'

export const sendLettersBody = implementJob(c.sendLettersJob, {
  run: async (run, { id, what }) => {
    const door = mailDoor()
    const facts = await run.query(c.getLetters, { id, what })
    if (!door || facts.letters.length === 0 || (facts.state === 'cancelled') !== (what === 'cancelled')) return
    const sent: string[] = []
    let failed = 0
    for (const to of facts.letters) {
      if (run.signal.aborted) break
      const language = nearestLanguage(to.language)
      const say = wordsIn(language)
      const params = {
        title: facts.title,
        name: to.name,
        office: facts.office,
        when: clockIn(language, facts.zone).span(facts.startsAt, facts.endsAt),
        place: facts.place ?? '–',
        link: linkMark,
      }
      const went = await door
        .send({
          to: { name: to.name, address: to.email },
          subject: say(`page.letter.${what}.subject`, params),
          text: withLink(say(`page.letter.${what}`, params), run.organisationId, to.registrationId, 'event'),
          // the same mail each time it is tried: whoever receives it knows it again
          id: `outing-${what}-${to.registrationId}`,
        })
        .then(() => true)
        .catch(() => false)
      if (went) sent.push(to.registrationId)
      else failed++
    }
    const outcome = await run.dispatch(c.noteLetters, { id, what, sent, failed }, `told:${what}:${sent.length}`)
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    if (failed > 0) throw new Error(`${failed} of ${facts.letters.length} letters were not taken`)
  },
})

export const sendOrderBody = implementJob(c.sendOrderJob, {
  run: async (run, { id, orderId }) => {
    const order = await run.query(c.getOrder, { id, orderId })
    if (order.state !== 'sending' || !order.email) return
    const door = mailDoor()
    const sent = await (door
      ?.send({
        to: { name: order.name, address: order.email },
        subject: order.subject,
        text: `${order.body}\n${order.office}\n`,
        id: `food-${orderId}`,
      })
      .then(() => true)
      .catch(() => false) ?? false)
    const outcome = await run.dispatch(c.noteOrder, { id, orderId, sent }, 'told')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})

/** Each night: what people eat is forgotten where its time is over. */
export const dueJobBody = implementJob(c.dueJob, {
  schedule: { cron: '35 3 * * *', zone: 'organisation' },
  run: async run => {
    const { diets } = await run.query(c.dueNow, {})
    for (const id of diets) {
      const outcome = await run.dispatch(c.eraseDiets, { id }, `erase:${id}`)
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    }
  },
})
