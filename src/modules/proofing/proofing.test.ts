import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { checkText } from './contract.ts'
import { insertRecord, type ProofingOffice, proofingOffice } from './testing.ts'

let it: ProofingOffice
before(async () => {
  it = await proofingOffice()
})
after(() => it.close())

async function check(input: z.input<typeof checkText.input>) {
  const answer = await it.query(checkText, input, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const rules = async (input: z.input<typeof checkText.input>) =>
  (await check(input)).findings.map(one => `${one.rule} ${one.severity}`)
const mail = (text: string, more: object = {}) => ({
  purpose: 'mail' as const,
  subject: 'About Tuesday',
  text,
  ...more,
})

test('a day, its place and its reason; HTML is read as its reader sees it', async () => {
  const plain = await check(mail('Dear Anna,\n\nwe meet on Wednesday 24 November 2026.'))
  const [found] = plain.findings
  assert.deepEqual([plain.language, found!.rule, found!.words], ['en', 'weekday', 'Wednesday 24 November 2026'])
  assert.equal(found!.reason.key, 'page.proof.weekday')
  assert.equal(found!.reason.params['on'], '2026-11-24')
  const html = await check(
    mail(
      '<p>Dear Anna,</p><p>we meet on <b>Wednesday</b> 24&nbsp;November 2026.</p><blockquote>Sunday 23 November 2026</blockquote>',
      { format: 'html' },
    ),
  )
  assert.equal(html.findings.length, 1)
  const { start, end } = html.findings[0]!.at!
  assert.equal(html.text!.slice(start, end), 'Wednesday 24 November 2026')
})

test('whom it goes to: known by address, taken for another, a domain nearly known, colleagues inside', async () => {
  await it.person('Birgitta Löf', 'birgitta.lof@hisingsvent.example', 'sv')
  await it.person('Birgitte Løf', 'b.lof@annet.example')
  const to = (email: string, name?: string) => ({ recipients: [{ email, ...(name ? { name } : {}) }] })
  assert.deepEqual(
    await rules(
      mail('Hej Birgitta,\n\nvi ses på onsdag och går igenom avtalet.', to('birgitta.lof@hisingsvent.example')),
    ),
    ['namesake quiet'],
  )
  assert.deepEqual(
    (
      await rules(
        mail('Hej Anders,\n\nvi ses på onsdag och går igenom avtalet.', to('birgitta.lof@hisingsvent.example')),
      )
    )[0],
    'greeting loud',
  )
  assert.ok(
    (await rules(mail('Hej Birgitta,\n\nvi ses på onsdag.', to('birgitta.lof@hisingsvemt.example')))).includes(
      'similar-domain loud',
    ),
  )
  assert.deepEqual(await rules(mail('Hi Maria,\n\nthis is for internal use only.', to('maria@almgren.example'))), [])
  assert.ok(
    (
      await rules(
        mail(
          'Dear Birgitta,\n\nthank you for all your help with this, it was very good of you.',
          to('birgitta.lof@hisingsvent.example'),
        ),
      )
    ).includes('recipient-language quiet'),
  )
  const misspelt = await check(mail('Hej Maria,\n\nBirgitta Lööf ringer dig i morgon.', to('maria@almgren.example')))
  assert.deepEqual(
    misspelt.findings.map(one => [one.rule, one.words, one.suggestion]),
    [['name', 'Lööf', 'Löf']],
  )
})

test('what is confidential goes to nobody outside, by link or by attachment', async () => {
  const secret = await insertRecord(it, it.organisationId, 'document', 'Salaries.pdf', { class: 2 })
  const open = await insertRecord(it, it.organisationId, 'document', 'Prices.pdf', { class: 1 })
  const outside = { recipients: [{ email: 'somebody@outside.example' }] }
  assert.deepEqual(
    await rules(mail('Here it is.', { ...outside, attachments: [{ name: 'Salaries.pdf', documentId: secret }] })),
    ['secret loud'],
  )
  assert.deepEqual(await rules(mail('Here it is.', { ...outside, aboutIds: [secret] })), ['secret loud'])
  assert.deepEqual(
    await rules(mail('Here it is.', { ...outside, attachments: [{ name: 'Prices.pdf', documentId: open }] })),
    [],
  )
  assert.deepEqual(
    await rules(mail('Here it is.', { recipients: [{ email: 'maria@almgren.example' }], aboutIds: [secret] })),
    [],
  )
})

test('an answer to all reaches outsiders', async () => {
  const recipients = [{ email: 'maria@almgren.example' }, { email: 'somebody@outside.example', role: 'cc' as const }]
  assert.deepEqual(await rules(mail('Fine with me.', { recipients, replyingTo: { from: 'maria@almgren.example' } })), [
    'reply-all loud',
  ])
})
