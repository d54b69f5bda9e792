/** A mail that arrived: a fax that a gateway brings, or what it says of one that went. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { discard, takeIn } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { digitsOf } from '../numbers.ts'
import { type GatewayMail, gatewayMail } from '../wires/gateway-mail.ts'
import { faxFile } from '../wires/tiff-tags.ts'

async function done<T>(outcome: Promise<{ status: string; output?: T }>): Promise<T> {
  const told = await outcome
  if (told.status !== 'done') throw new Error(JSON.stringify(told))
  return told.output as T
}

/** Intake takes the mail's parts in too: the same part of the same mail is one document, whoever is first. */
async function bring(run: JobRun, documentId: string, mail: GatewayMail, from: string): Promise<void> {
  for (const [n, { name, mediaType, bytes }] of mail.papers.entries()) {
    const file = await run.files.put(run.organisationId, bytes, { name, mediaType })
    const input = { fileId: file.id, name, arrivedBy: 'part', parentId: documentId, arrivedFrom: from } as const
    const taken = await done(run.dispatch(takeIn, input, `part:${n}`))
    const fax = {
      documentId: taken.id,
      lineId: mail.gatewayId,
      number: mail.number.slice(0, 60),
      name: mail.name,
      pages: faxFile(bytes)?.pages ?? null,
      at: mail.sentAt ?? Temporal.Now.instant().toString(),
      mark: `mail:${documentId}:${n}`,
    }
    await done(run.dispatch(c.receiveFax, fax, `fax:${n}`))
  }
}

async function tell(run: JobRun, documentId: string, mail: GatewayMail, country: string): Promise<boolean> {
  const { report } = mail
  if (!report) return false
  const number = digitsOf(mail.number, country) ?? ''
  const { id } = await run.query(c.faxReported, { id: report.faxId, lineId: mail.gatewayId, number })
  if (!id) return false
  const { state, problem, text } = report
  const input = { id, state, problem, report: text, spoolJob: null, reportId: documentId }
  await done(run.dispatch(c.noteReport, input, 'report'))
  return true
}

export const lookJobBody = implementJob(c.lookJob, {
  retryLimit: 6,
  async run(run, { documentId }) {
    const { digest, state, gateways } = await run.query(c.mailToLook, { documentId })
    const [first] = gateways
    if (digest === null || !first) return
    const mail = await gatewayMail(await run.files.bytes(run.organisationId, Buffer.from(digest, 'hex')), gateways)
    if (!mail) return
    await bring(run, documentId, mail, mail.name || mail.number || 'fax')
    const told = await tell(run, documentId, mail, first.country)
    // The mail around a fax says nothing more: its paper lies in the tray, and it among the discarded.
    if ((told || mail.papers.length > 0) && state !== 'discarded' && state !== 'confirmed')
      await run.dispatch(discard, { id: documentId }, 'discard')
  },
})
