/** Outside effects, clocks and the night: each may be killed and run again. */
import bwipjs from 'bwip-js/node'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import { implementJob } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { redactJournalLine } from '../../authority/contract.ts'
import { takeIn } from '../../documents/contract.ts'
import { listStocks, printFile } from '../../printing/contract.ts'
import * as c from '../contract.ts'
import { badgePdf, signedName, signedPdf } from '../paper/papers.ts'

function mustBeDone<T>(outcome: Outcome<T>): T {
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.output
}

/** The timer of a telling. Run late or twice, it finds the visitor met, or told of. */
export const tellJobBody = implementJob(c.tellJob, {
  retryLimit: 10,
  run: async (run, { id, times }) => {
    const outcome = await run.dispatch(c.tellHostAgain, { id, times }, `tell-${times}`)
    // A visit that was erased or taken away meanwhile is nobody's to tell of.
    if (outcome.status === 'refused' && outcome.refusal.name === 'record-not-found') return
    mustBeDone(outcome)
  },
})

export const welcomeJobBody = implementJob(c.welcomeJob, {
  retryLimit: 5,
  run: async (run, { id }) => {
    const door = mailDoor()
    const letter = await run.query(c.letterToSend, { id })
    if (!door || !letter.wanted || !letter.email) return
    const content = await bwipjs.toBuffer({
      bcid: 'qrcode',
      text: letter.code,
      scale: 8,
      padding: 4,
      backgroundcolor: 'FFFFFF',
    })
    await door.send({
      to: { name: letter.name, address: letter.email },
      subject: letter.subject,
      text: `${letter.body}\n`,
      // the same mail each time it is tried: whoever receives it knows it again
      id: `visitor-${id}`,
      attachments: [{ name: `${letter.code}.png`, mediaType: 'image/png', content }],
    })
    mustBeDone(await run.dispatch(c.noteWelcomed, { id }, 'noted'))
  },
})

/** The badge of somebody who has signed in; whoever has gone again meanwhile needs none. */
export const badgeJobBody = implementJob(c.badgeJob, {
  retryLimit: 5,
  run: async (run, { id, deskId }) => {
    const paper = await run.query(c.getPaper, { id, what: 'badge' })
    if (paper.badgeNo === null) return
    const { rows } = await run.query(listStocks, { deskId })
    const size = rows.find(row => row.stock === 'badge')
    if (!size?.desk && !size?.office) return
    const title = `${paper.name} · ${paper.badgeNo}`.slice(0, 200)
    const named = { name: `${title.replace(/[/\\:*?"<>|]/g, ' ')}.pdf`, mediaType: 'application/pdf' }
    const file = await run.files.put(run.organisationId, await badgePdf(paper, size), named)
    mustBeDone(await run.dispatch(printFile, { fileId: file.id, title, aboutId: id, stock: 'badge', deskId }, 'print'))
  },
})

/** What was signed on the screen becomes a paper among the others. */
export const fileJobBody = implementJob(c.fileJob, {
  retryLimit: 5,
  run: async (run, { id }) => {
    const paper = await run.query(c.getPaper, { id, what: 'signed' })
    if (paper.signed.length === 0 || paper.signed.every(one => one.filed)) return
    const name = signedName(paper)
    const file = await run.files.put(run.organisationId, await signedPdf(paper), { name, mediaType: 'application/pdf' })
    const input = { fileId: file.id, name, arrivedBy: 'api', confidentiality: Math.max(paper.class, 2) } as const
    const { id: documentId } = mustBeDone(await run.dispatch(takeIn, input, 'take-in'))
    mustBeDone(await run.dispatch(c.noteFiled, { id, documentId }, 'note'))
  },
})

/** At night: days are closed, series go on, and what is over its time is erased, in the journal too. */
export const nightJobBody = implementJob(c.nightJob, {
  schedule: { cron: '12 0 * * *', zone: 'organisation' },
  run: async run => {
    mustBeDone(await run.dispatch(c.closeDays, {}, 'close'))
    const due = await run.query(c.dueNow, {})
    for (const eventId of due.events) mustBeDone(await run.dispatch(c.followEvent, { eventId }, `event-${eventId}`))
    for (const { id, lines } of due.erase) {
      for (const seq of lines) {
        const reason = 'Personal data of a visitor, over its time'
        const outcome = await run.dispatch(redactJournalLine, { seq, reason }, `line-${seq}`)
        if (outcome.status === 'refused' && outcome.refusal.name === 'journal-line-erased') continue
        mustBeDone(outcome)
      }
      mustBeDone(await run.dispatch(c.eraseVisitor, { id }, `erase-${id}`))
      if (run.signal.aborted) throw new Error('stopped')
    }
  },
})

/** Each morning: keys that are out too long, parcels that lie. */
export const remindJobBody = implementJob(c.remindJob, {
  schedule: { cron: '30 8 * * *', zone: 'organisation' },
  run: async run => void mustBeDone(await run.dispatch(c.remindCounter, {}, 'remind')),
})
