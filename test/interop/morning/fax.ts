/** A fax of the morning: it comes by the gateway's mail, is given to whom it concerns, and answered the same way. */
import assert from 'node:assert/strict'
import { createTransport } from 'nodemailer'
import { makePdf } from '../../../src/modules/documents/reading/fixtures/pdf.ts'
import { done, seen } from '../../journeys/small-office.ts'
import { type Morning, until } from './office.ts'

const number = '+49 30 901820'

export async function faxComes({ doorPort }: Morning): Promise<void> {
  const page = await makePdf(pdf => {
    pdf.fontSize(13).text('Kranz Modellbau GmbH').text('Order 4411: two models of the house, scale 1:100.')
  })
  const line = createTransport({ host: '127.0.0.1', port: doorPort, secure: false, ignoreTLS: true })
  await line.sendMail({
    from: 'no-reply@fax.example',
    to: 'fax@office.example',
    subject: `Fax from ${number}`,
    text: 'A fax of one page.',
    attachments: [{ filename: 'fax.pdf', content: page, contentType: 'application/pdf' }],
  })
  line.close()
}

/** Gives what came of it, in words. */
export async function answerFax({ elin, maria, smtp }: Morning): Promise<string> {
  const box = () => seen(elin, 'fax.list-faxes', { box: 'in' })
  const { rows } = await until(box, found => found.rows.length === 1, 'the fax is in the book')
  const [fax] = rows
  await done(elin, 'fax.assign-fax', { id: fax.id, toId: maria.principalId })
  const sent = await done(maria, 'fax.send-fax', {
    documentId: fax.document.id,
    number,
    sure: true,
  })
  const isIts = (one: { envelope: { to: readonly string[] } }) =>
    one.envelope.to.some(to => to.endsWith('@fax.example'))
  await until(
    async () => smtp.posted.filter(isIts).length,
    count => count === 1,
    'the fax has gone to the gateway',
  )
  assert.ok(sent.id)
  return 'a fax came, was given to Maria and answered by the gateway'
}
