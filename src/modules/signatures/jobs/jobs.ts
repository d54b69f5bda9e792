/** Outside effects and clocks: each may be killed and run again. */
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import { phoneDoor } from '../../../kernel/phone/door.ts'
import { makeLabels, officeMarks } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { signatureDrawing } from '../drawing.ts'
import { isInked } from '../paper/ink.ts'
import { fieldBox, fieldsOfSheet } from '../paper/sheet.ts'
import { wordsIn } from '../words.ts'

export function mustBeDone<T>(outcome: Outcome<T>): T {
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.output
}

/** The mail with the link. It bears the same id each time it is tried, so that whoever receives it knows it again. */
export const askJobBody = implementJob(c.askJob, {
  retryLimit: 5,
  run: async (run, { id, signerId, times }) => {
    const letter = await findLetter(run, { id, signerId, times })
    if (!letter?.wanted || !letter.email) return
    const note = (mail: 'sent' | 'failed' | 'no-door') => run.dispatch(c.noteAsked, { id, signerId, mail }, mail)
    const door = mailDoor()
    if (!door) return void mustBeDone(await note('no-door'))
    const isSent = await door
      .send({
        to: { name: letter.name, address: letter.email },
        fromName: letter.fromName,
        subject: letter.subject,
        text: withLink(letter.body, run.organisationId, signerId, 'sign'),
        id: `signature-${signerId}-${times}`,
        ...(times > 0 ? { follows: `signature-${signerId}-0` } : {}),
      })
      .then(() => true)
      .catch(() => false)
    mustBeDone(await note(isSent ? 'sent' : 'failed'))
  },
})

/** Null where the signer was replaced meanwhile. */
async function findLetter(run: JobRun, input: { id: string; signerId: string; times: number }) {
  return run.query(c.askLetter, input).catch((fault: Error) => {
    if (fault.message.includes('record-not-found')) return null
    throw fault
  })
}

/** By text message where a telephone is known, else by mail. An older round is not sent any more. */
export const codeJobBody = implementJob(c.codeJob, {
  retryLimit: 3,
  run: async (run, { id, signerId, round }) => {
    const letter = await findLetter(run, { id, signerId, times: 0 })
    if (!letter?.coded || letter.round !== round) return
    const phone = phoneDoor()
    if (letter.phone && phone?.ways.includes('sms')) return phone.sms(letter.phone, letter.code)
    if (letter.phone || !letter.email) throw new Error('no way to send a code')
    await mailDoor()?.send({
      to: { name: letter.name, address: letter.email },
      subject: letter.subject,
      text: `${letter.code}\n`,
      id: `signature-code-${signerId}-${round}`,
    })
  },
})

/** The sheet's number is an archive label of the office, so that documents knows the paper when it comes back. */
export const sheetJobBody = implementJob(c.sheetJob, {
  retryLimit: 5,
  run: async (run, { id }) => {
    if ((await run.query(c.toSeal, { id })).sheet) return
    const { first } = mustBeDone(await run.dispatch(makeLabels, { format: 'L4731', labels: 1 }, 'label'))
    const token = (await run.query(officeMarks, {})).rows.find(one => one.kind === 'label')?.token
    if (!token) throw new Error('no token for labels')
    mustBeDone(await run.dispatch(c.noteSheet, { id, number: first, token }, 'note'))
  },
})

/** Points along a scanned sheet at which ink is looked for. */
const scanWidth = 1_200

export const scanJobBody = implementJob(c.scanJob, {
  retryLimit: 3,
  run: async (run, { id, documentId }) => {
    const scan = await run.query(c.scanToLookAt, { id, documentId })
    const drawing = signatureDrawing()
    if (!scan.digest || !drawing) return
    const sheets = Math.ceil(scan.signers.length / fieldsOfSheet)
    // The sheet alone, or the whole document with it behind: what lies between has lost pages.
    const pagesMissing = scan.pages <= sheets ? 0 : Math.max(0, scan.printed - 1 + sheets - scan.pages)
    const inked: string[] = []
    for (const [index, signerId] of scan.signers.entries()) {
      const page = Math.max(1, scan.pages - sheets + 1) + Math.floor(index / fieldsOfSheet)
      const { digest, mediaType } = scan
      const wanted = { organisationId: run.organisationId, digest, mediaType, page, width: scanWidth }
      const picture = await drawing.page(wanted)
      if (picture && (await isInked(picture, fieldBox(index)))) inked.push(signerId)
    }
    mustBeDone(await run.dispatch(c.noteScan, { id, documentId, inked, pagesMissing }, 'note'))
  },
})

/** What everybody signed goes to those who have no account here. Confidential ones they fetch by their link. */
export const copyJobBody = implementJob(c.copyJob, {
  retryLimit: 5,
  run: async (run, { id }) => {
    const door = mailDoor()
    const { signers, sealed, title, office, class: level } = await run.query(c.toSeal, { id })
    if (!door || !sealed) return
    const content = level < 2 ? await run.files.bytes(run.organisationId, Buffer.from(sealed.digest, 'hex')) : null
    for (const one of signers) {
      // Whoever signed by a service has their copy from it.
      if (!one.email || one.way === 'service') continue
      const say = wordsIn(one.language)
      const params = { name: one.name, title: level < 2 ? title : say('letter.signatures.a-document'), office }
      const isByLink = one.way === 'link' && content === null
      const body = [
        say('letter.signatures.greeting', params),
        say('letter.signatures.copy', params),
        ...(isByLink ? [say('letter.signatures.fetch'), '{link}'] : []),
        `${say('letter.signatures.regards')}\n${office}`,
      ].join('\n\n')
      await door.send({
        to: { name: one.name, address: one.email },
        subject: say('letter.signatures.subject.copy', params),
        text: withLink(`${body}\n`, run.organisationId, one.id, 'sign'),
        id: `signature-copy-${one.id}`,
        ...(content ? { attachments: [{ name: sealed.fileName, mediaType: 'application/pdf', content }] } : {}),
      })
    }
  },
})

export const chaseJobBody = implementJob(c.chaseJob, {
  schedule: { cron: '10 8 * * 1-5', zone: 'organisation' },
  run: async run => void mustBeDone(await run.dispatch(c.chaseSigners, {}, 'chase')),
})
