/** Mails of events, and forgetting in time: outside effects, each of which may be killed and run again. */
import { implementJob } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { linkMark, withLink } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { outingFile, toldText } from '../file.ts'
import { clockIn } from '../paper/clock.ts'
import { wordsIn } from '../words.ts'

/** Letters that say when and where it is; and those whose reader may want it in a calendar of theirs. */
const tellsTime = new Set(['invitation', 'moved-up', 'changed'])
const hasFile = new Set(['moved-up', 'changed'])

export const sendLettersBody = implementJob(c.sendLettersJob, {
  run: async (run, { id, what }) => {
    const door = mailDoor()
    const facts = await run.query(c.getLetters, { id, what })
    if (!door || facts.letters.length === 0 || (facts.state === 'cancelled') !== (what === 'cancelled')) return
    const sent: string[] = []
    let failed = 0
    const file = {
      name: 'event.ics',
      mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: Buffer.from(outingFile({ ...facts, id })),
    }
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
          // each change is a mail of its own
          id: `outing-${what}-${to.registrationId}${what === 'changed' ? `-${facts.version}` : ''}`,
          attachments: hasFile.has(what) && to.answer !== 'declined' ? [file] : [],
        })
        .then(() => true)
        .catch(() => false)
      if (went) sent.push(to.registrationId)
      else failed++
    }
    const said = tellsTime.has(what) ? { told: toldText(facts) } : {}
    const outcome = await run.dispatch(
      c.noteLetters,
      { id, what, sent, failed, ...said },
      `told:${what}:${sent.length}`,
    )
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

export const keepEventJobBody = implementJob(c.keepEventJob, {
  run: async (run, { id }) => {
    const outcome = await run.dispatch(c.keepEvent, { id }, 'keep')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
