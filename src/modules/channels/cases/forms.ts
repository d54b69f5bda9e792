/** A form from its first field to the answer, by a browser without a script. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setMailDoor, type OutgoingMail } from '../../../kernel/mail/door.ts'
import { refusalOf } from '../../work/testing.ts'
import * as c from '../contract.ts'
import type { ChannelsOffice } from '../testing.ts'
import { isWorked, workScript } from '../forms/work.ts'
import type { Looking } from './wires.ts'

// biome-ignore lint/suspicious/noExplicitAny: the widest query
type Any = any
const site = 'https://www.example.org'

export function formCases(it: ChannelsOffice, { see, opened, only, at }: Looking): void {
  const { office, elin } = it
  const stampIn = (html: string) => /name="_stamp" value="([^"]+)"/.exec(html)![1]!
  const send = async (path: string, fields: Record<string, string | File>, headers: Record<string, string> = {}) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    const response = new Response(data)
    const type = response.headers.get('content-type')!
    return it.door('POST', path, Buffer.from(await response.arrayBuffer()), {
      headers: { 'content-type': type, ...headers },
    })
  }
  /** What the page's script does. */
  const workFor = (stamp: string): string => {
    for (let n = 0; ; n++) if (isWorked(stamp, String(n))) return String(n)
  }
  const moment = (seconds: number) => at(Temporal.Instant.from('2026-11-26T09:00:00Z').add({ seconds }).toString())
  const mails: OutgoingMail[] = []
  setMailDoor({ send: async mail => void mails.push(mail), close() {} })
  after(() => setMailDoor(null))

  test('a form is built, worded in each of its languages, published; its page runs nothing of anybody’s and is framed where it may be', async () => {
    moment(0)
    const { id } = await office.done(c.createForm, { title: 'Ask <us>', languages: ['en', 'sv'] }, elin)
    const path = `/public/forms/${await it.token('form', id)}`
    assert.equal((await it.door('GET', path)).status, 404)
    const { fields } = await see(c.getForm, { id })
    const half = [
      ...fields,
      {
        key: 'topic',
        type: 'choice',
        required: true,
        labels: { en: 'Topic' },
        options: [{ en: 'Permit' }, { en: 'Bill' }],
      },
    ]
    await office.done(c.changeForm, { id, fields: half }, elin)
    assert.equal(refusalOf(await office.dispatch(c.publishForm, { id }, elin)), 'form-not-ready')
    const topic = {
      ...half.at(-1),
      labels: { en: 'Topic', sv: 'Ämne' },
      options: [
        { en: 'Permit', sv: 'Bygglov' },
        { en: 'Bill', sv: 'Faktura' },
      ],
    }
    const paper = { key: 'paper', type: 'file', required: false, labels: { en: 'Paper', sv: 'Papper' }, options: [] }
    assert.equal(
      refusalOf(await office.dispatch(c.changeForm, { id, fields: [topic, topic] } as never, elin)),
      'form-field-twice',
    )
    const facts = {
      fields: [...fields, topic, paper],
      sites: [`${site}/contact`],
      consents: { en: 'You may keep this for a year.', sv: 'Ni får spara detta ett år.' },
      thanks: { en: 'Thank you.', sv: 'Tack, vi hör av oss.' },
      acknowledges: true,
      replyTo: 'info@office.example',
    }
    await office.done(c.changeForm, { id, ...facts } as never, elin)
    await office.done(c.publishForm, { id }, elin)
    const page = await it.door('GET', path, '', { language: 'sv' })
    assert.ok(
      page.status === 200 &&
        page.text.includes('Ämne') &&
        page.text.includes('Ask &lt;us&gt;') &&
        page.text.includes('hreflang="en"'),
    )
    assert.equal(page.text.split('<script>').length, 2, 'the one that works')
    assert.doesNotMatch(page.text.replace(workScript, ''), /<script [^>]|onclick|Ask <us>/)
    const policy = page.headers['content-security-policy']!
    assert.ok(
      policy.includes(`frame-ancestors ${site}`) &&
        policy.includes("default-src 'none'") &&
        /script-src 'sha256-[\w+/=]+';/.test(policy),
    )
    assert.equal((await see(c.listForms)).rows[0].state, 'published')
  })

  test('filled in it is a conversation: too fast is asked again, wrong is said beside the field, twice is once', async () => {
    const { id } = (await see(c.listForms)).rows[0]
    const path = `/public/forms/${await it.token('form', id)}`
    const stamp = stampIn((await it.door('GET', path, '', { language: 'sv' })).text)
    const paper = new File(['%PDF-1.4 …'], '../../paper.pdf', { type: 'application/pdf' })
    const filled = {
      _stamp: stamp,
      _work: workFor(stamp),
      _lang: 'sv',
      name: 'Karin Öberg',
      email: 'Karin@Example.org',
      phone: '',
      question: 'När <b>är</b> ni öppna?',
      topic: '1',
      paper,
      _consent: 'yes',
    }
    const fast = await send(path, filled)
    assert.deepEqual([fast.status, fast.text.includes('När &lt;b&gt;är&lt;/b&gt; ni öppna?')], [422, true])
    moment(20)
    assert.equal((await send(path, { ...filled, _stamp: `${stamp}x` })).status, 422)
    const wrong = await send(path, { ...filled, email: 'karin', topic: '7', _consent: '' })
    assert.ok(wrong.status === 422 && wrong.text.includes('e-postadress') && wrong.text.includes('aria-invalid'))
    assert.equal(await only('Karin Öberg'), undefined)
    const [first, second] = [await send(path, filled), await send(path, filled)]
    assert.deepEqual([first.status, first.text.includes('Tack, vi hör av oss.'), second.status], [200, true, 200])
    const row = await only('Karin Öberg')
    const talk = await opened(row.id)
    const [came, ...more] = talk.lines
    assert.deepEqual(
      [came.text, came.fields.find((one: Any) => one.key === 'topic'), talk.language, row.unanswered],
      ['När <b>är</b> ni öppna?', { key: 'topic', label: 'Topic', value: 'Faktura' }, 'sv', true],
    )
    assert.deepEqual(
      [came.files.map((one: Any) => [one.state, one.name.includes('/')]), more.length],
      [[['here', false]], 1],
    )
    moment(30)
    await office.runJobs()
    assert.deepEqual(
      mails.map(mail => [mail.to.address, mail.text, mail.replyTo]),
      [['karin@example.org', 'Tack, vi hör av oss.', 'info@office.example']],
    )
    await office.done(c.sendMessage, { id: row.id, text: 'Vi har öppet 8–17.' }, elin)
    moment(40)
    await office.runJobs()
    assert.deepEqual(
      [mails.length, mails[1]!.fromName, mails[1]!.follows === mails[0]!.id],
      [2, 'Elin Bergqvist', true],
    )
    const filed = await office.done(c.fileAttachments, { id: row.id, messageId: came.id }, elin)
    assert.equal(filed.documentIds.length, 1)
  })

  test('machines: what nobody sees is filled in, too many in a minute, another site; nothing is lost, nothing disturbs', async () => {
    const { id } = (await see(c.listForms)).rows[0]
    const path = `/public/forms/${await it.token('form', id)}`
    const stamp = stampIn((await it.door('GET', path)).text)
    moment(50)
    const filled = {
      _stamp: stamp,
      _lang: 'en',
      name: 'Bot',
      email: 'bot@spam.example',
      question: 'Buy',
      topic: '0',
      _consent: 'yes',
      website_address: 'http://spam',
    }
    assert.equal((await send(path, filled)).status, 200)
    const { rows } = await see(c.listConversations, { box: 'unwanted', text: 'Bot' })
    assert.deepEqual([rows.length, rows[0].unanswered], [1, false])
    // Without a script, or by a machine that does no work: kept, marked, no mail leaves because of it, and six a minute.
    const had = mails.length
    const plain = async (name: string, more: Record<string, string> = {}) => {
      const fresh = stampIn((await it.door('GET', path)).text)
      clocked += 4
      moment(clocked)
      const { website_address: _trap, ...rest } = filled
      return send(path, { ...rest, _stamp: fresh, name, email: `${name.toLowerCase()}@plain.example`, ...more })
    }
    let clocked = 50
    assert.equal((await plain('Lynx')).status, 200)
    const lynx = (await opened((await only('Lynx')).id)).lines[0]
    assert.ok(lynx.fields.some((one: Any) => one.key === '_unworked' && one.value.includes('without scripts')))
    assert.equal((await plain('Wrong', { _work: '12' })).status, 200)
    assert.ok((await opened((await only('Wrong')).id)).lines[0].fields.some((one: Any) => one.key === '_unworked'))
    const many: number[] = []
    for (let n = 0; n < 6; n++) many.push((await plain(`Many${n}`)).status)
    assert.deepEqual([many[0], many.at(-1)], [200, 429], many.join())
    await office.runJobs()
    assert.equal(mails.length, had)
    moment(clocked + 100)
    const own = { name: 'Own Site', email: 'own@site.example', question: 'From our page', topic: '0', _consent: 'yes' }
    assert.equal((await send(path, own, { origin: 'https://elsewhere.example' })).status, 422)
    assert.equal((await send(path, own, { origin: site })).status, 200)
    assert.equal((await send(path, own, { origin: site })).status, 200)
    assert.equal(
      (await opened((await only('Own Site')).id)).lines.filter((one: Any) => one.direction === 'in').length,
      1,
    )
    assert.equal((await it.door('POST', path, '{}', { headers: { 'content-type': 'application/json' } })).status, 400)
    assert.equal(
      (
        await it.door('POST', path, Buffer.alloc(26 * 1024 * 1024), {
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        })
      ).status,
      413,
    )
    const rush: number[] = []
    for (let n = 0; n < 31; n++)
      rush.push((await send(path, { ...own, question: `Rush ${n}` }, { origin: site })).status)
    assert.ok(rush[0] === 200 && rush.at(-1) === 429)
    await office.done(c.closeForm, { id }, elin)
    const closed = await it.door('POST', path, 'name=x', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.deepEqual([closed.status, closed.headers['content-type']], [404, 'text/html; charset=utf-8'])
  })
}
