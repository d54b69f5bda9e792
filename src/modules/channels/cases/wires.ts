/** Each provider against a stand-in of its documentation. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setPhoneDoor } from '../../../kernel/phone/door.ts'
import { refusalOf } from '../../work/testing.ts'
import * as c from '../contract.ts'
import { type ChannelsOffice, house, standIn } from '../testing.ts'
import { hmac } from '../wires/reading.ts'

// biome-ignore lint/suspicious/noExplicitAny: the widest query
type Any = any
export interface Looking {
  see(query: Any, input?: object): Promise<Any>
  opened(id: string): Promise<Any>
  only(text: string): Promise<Any>
  at(moment: string): void
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const typed = { 'content-type': 'application/x-www-form-urlencoded' }

export function wireCases(it: ChannelsOffice, { see, opened, only, at }: Looking): void {
  const { office, elin } = it
  const pathOf = async (id: string) => `/public/channels/${await it.token('channel', id)}`
  const stored = async (name: string, mediaType: string, text: string): Promise<string> =>
    (await office.kernel.files.put(it.organisationId, Buffer.from(text, 'latin1'), { name, mediaType })).id
  const sendAt = async (id: string, text: string, moment: string, more: object = {}) => {
    await office.done(c.sendMessage, { id, text, ...more }, elin)
    at(moment)
    await office.runJobs()
    return (await opened(id)).lines.at(-1)
  }

  test('Twilio: signed by address and fields, pictures fetched with its account, the answer’s fate told back', async () => {
    at('2026-11-24T09:00:00Z')
    const twilio = await standIn(({ url }) =>
      url.includes('/Media/')
        ? { body: Buffer.from('\x89PNG\r\n\x1a\n'), type: 'image/png' }
        : { body: '{"sid":"SMout","friendly_name":"Office"}' },
    )
    after(() => twilio.close())
    const id = await it.connect('twilio', {
      title: 'Texts',
      address: twilio.address,
      account: 'AC1',
      sender: '+46766861004',
      secrets: { token: 'tok' },
    })
    const path = await pathOf(id)
    const tell = (fields: Record<string, string>, token = 'tok') => {
      const signed =
        house +
        path +
        Object.keys(fields)
          .toSorted()
          .map(name => name + fields[name])
          .join('')
      return it.door('POST', path, form(fields), {
        headers: { ...typed, 'x-twilio-signature': hmac('sha1', token, signed).toString('base64') },
      })
    }
    const coming = {
      MessageSid: 'SM1',
      From: '+46701740612',
      To: '+46766861004',
      Body: 'See picture',
      NumMedia: '1',
      MediaUrl0: `${twilio.address}/Media/1`,
      MediaContentType0: 'image/png',
    }
    assert.equal((await tell(coming, 'other')).status, 401)
    const told = await tell(coming)
    assert.deepEqual([told.status, told.text.includes('<Response/>')], [200, true])
    await tell(coming)
    await tell({ ...coming, MessageSid: 'SM2', MediaUrl0: 'https://elsewhere.example/x', Body: 'Another' })
    for (let n = 0; n < 5; n++) await office.runJobs().catch(() => null)
    const row = await only('+46701740612')
    const talk = await opened(row.id)
    assert.deepEqual(
      talk.lines.map((one: Any) => one.files.map((file: Any) => file.state)),
      [['here'], ['coming']],
    )
    assert.equal(twilio.told[0]!.headers.authorization, `Basic ${Buffer.from('AC1:tok').toString('base64')}`)
    const filed = await office.done(c.fileAttachments, { id: row.id, messageId: talk.lines[0].id }, elin)
    assert.equal(filed.documentIds.length, 1)
    assert.equal(
      refusalOf(await office.dispatch(c.fileAttachments, { id: row.id, messageId: talk.lines[0].id }, elin)),
      'message-nothing-to-file',
    )
    assert.equal(
      refusalOf(await office.dispatch(c.sendMessage, { id: row.id, text: 'å'.repeat(1531) }, elin)),
      'message-too-long',
    )
    const out = await sendAt(row.id, 'Thanks, seen', '2026-11-24T09:00:10Z')
    assert.equal(out.state, 'given')
    const sent = new URLSearchParams(twilio.told.at(-1)!.body)
    assert.deepEqual(
      [sent.get('To'), sent.get('Body'), sent.get('StatusCallback')],
      ['+46701740612', 'Thanks, seen', house + path],
    )
    await tell({ MessageSid: 'SMout', MessageStatus: 'delivered', To: '+46701740612' })
    assert.equal((await opened(row.id)).lines.at(-1).state, 'delivered')
    const checked = await it.act('checks', { id })
    assert.deepEqual(checked.status === 'done' && checked.output, { said: 'Office' })
  })

  test('STOP is obeyed until they write START; neither asks for an answer', async () => {
    const elks = await standIn(() => ({ body: '{"id":"e-out","status":"created"}' }))
    after(() => elks.close())
    const id = await it.connect('46elks', {
      title: 'Elks',
      address: elks.address,
      account: 'u',
      sender: 'Kontor',
      secrets: { password: 'p' },
    })
    const path = await pathOf(id)
    const tell = (fields: Record<string, string>) => it.door('POST', path, form(fields), { headers: typed })
    await tell({ id: 's1', from: '+46709751949', to: '+46766861004', message: 'Stopp!' })
    const row = await only('+46709751949')
    assert.deepEqual([row.state, row.unanswered], ['done', false])
    assert.equal((await opened(row.id)).shutBecause, 'opted-out')
    assert.equal(
      refusalOf(await office.dispatch(c.sendMessage, { id: row.id, text: 'x' }, elin)),
      'conversation-opted-out',
    )
    assert.equal(
      refusalOf(await office.dispatch(c.startConversation, { channelId: id, to: '070-975 19 49', text: 'x' }, elin)),
      'conversation-opted-out',
    )
    await tell({ id: 's2', from: '+46709751949', to: '+46766861004', message: 'start' })
    await tell({ id: 's3', from: '+46709751949', to: '+46766861004', message: 'Please stop the noise upstairs' })
    assert.deepEqual([(await only('+46709751949')).unanswered, (await opened(row.id)).optedOutAt], [true, null])
    const out = await sendAt(row.id, 'We look at it', '2026-11-24T09:01:00Z')
    await tell({ id: 'e-out', status: 'failed' })
    assert.equal((await opened(row.id)).lines.at(-1).state, 'failed')
    assert.equal(out.state, 'given')
    await tell({ id: 'n1', from: 'PostNord', message: 'Your parcel' })
    const named = await only('postnord')
    assert.equal((await opened(named.id)).shutBecause, 'no-answer')
    assert.equal(
      refusalOf(await office.dispatch(c.sendMessage, { id: named.id, text: 'x' }, elin)),
      'conversation-no-answer',
    )
    assert.equal(
      refusalOf(await office.dispatch(c.startConversation, { channelId: id, to: 'nobody', text: 'x' }, elin)),
      'channel-recipient-wrong',
    )
    const begun = await office.done(
      c.startConversation,
      { channelId: id, to: '+46 70 111 22 33', name: 'Lars', text: 'Your drawings are ready' },
      elin,
    )
    assert.equal((await opened(begun.id)).handle, '+46701112233')
  })

  test('a small gateway tells in its own words; what leaves goes by the house’s door', async () => {
    const sent: string[][] = []
    setPhoneDoor({ ways: ['sms'], sms: async (to, text) => void sent.push([to, text]), call: async () => {} })
    after(() => setPhoneDoor(null))
    const id = await it.connect('gateway', { title: 'Box', sender: '+46766861004' })
    const path = await pathOf(id)
    for (const body of [
      '{"sender":"0046 31 711 20 48","msg":"Hej","sentStamp":1}',
      '{"sender":"0046 31 711 20 48","msg":"Hej","sentStamp":1}',
    ])
      await it.door('POST', path, body, { headers: { 'content-type': 'application/json' } })
    const row = await only('+46317112048')
    assert.equal((await opened(row.id)).lines.length, 1)
    assert.equal((await sendAt(row.id, 'Hej själv', '2026-11-24T09:02:00Z')).state, 'given')
    assert.deepEqual(sent, [['+46317112048', 'Hej själv']])
    setPhoneDoor(null)
    assert.equal((await sendAt(row.id, 'Och så', '2026-11-24T09:02:30Z')).problem, 'no-door')
    const signed = await it.connect('gateway', { title: 'Signed box', secrets: { secret: 's' } })
    assert.equal((await it.door('POST', await pathOf(signed), '{"from":"+46701","text":"x"}')).status, 401)
    // Neither named nor dated: told again at once it is the same, after a while it is said once more.
    for (const moment of ['2026-11-24T09:02:00Z', '2026-11-24T09:02:20Z', '2026-11-24T11:02:00Z']) {
      at(moment)
      await it.door('POST', path, 'from=%2B46317112049&text=OK')
    }
    assert.equal((await opened((await only('+46317112049')).id)).lines.length, 2)
    at('2026-11-24T09:02:40Z')
    // What was sealed for another account does not open: whoever is then believed is nobody.
    await it.office.done(c.changeChannel, { id: signed, account: 'another' }, it.elin)
    assert.equal((await it.door('POST', await pathOf(signed), '{"from":"+46701","text":"x"}')).status, 401)
    const chat = await it.connect('webhook', {
      title: 'Other chat',
      address: 'https://chat.example/in',
      secrets: { secret: 's' },
    })
    await it.act('connections', { id: chat, title: 'Still the chat' })
    const [still] = (await see(c.listChannels, { text: 'Still the chat' })).rows
    assert.equal(still.address, 'https://chat.example/in', 'a new name alone leaves its address')
  })

  test('WhatsApp: the address is confirmed, what is told is signed; after 24 hours only a template leaves', async () => {
    at('2026-11-24T09:03:00Z')
    let laid = (): { status?: number; body: string } => ({ body: '{}' })
    const meta = await standIn(({ url }) =>
      url.endsWith('/media') ? laid() : { body: '{"messages":[{"id":"wamid.out"}],"verified_name":"Office"}' },
    )
    after(() => meta.close())
    const id = await it.connect('whatsapp', {
      title: 'WhatsApp',
      address: meta.address,
      sender: '1055',
      secrets: { token: 't', app: 'appsecret', verify: 'v' },
    })
    const path = await pathOf(id)
    const asks = (verify: string) =>
      it.door('GET', path, '', {
        query: { 'hub.mode': 'subscribe', 'hub.verify_token': verify, 'hub.challenge': '1158201444' },
      })
    assert.deepEqual([(await asks('v')).text, (await asks('w')).status], ['1158201444', 404])
    const tell = (value: object, key = 'appsecret') => {
      const body = JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          { id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: '1055' }, ...value } }] },
        ],
      })
      return it.door('POST', path, body, {
        headers: { 'x-hub-signature-256': `sha256=${hmac('sha256', key, body).toString('hex')}` },
      })
    }
    const text = {
      contacts: [{ wa_id: '351912345678', profile: { name: 'Inês Duarte' } }],
      messages: [{ from: '351912345678', id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'Bom dia!' } }],
    }
    assert.equal((await tell(text, 'x')).status, 401)
    await tell(text)
    await tell({
      messages: [
        {
          from: '351912345678',
          id: 'wamid.2',
          type: 'location',
          location: { latitude: 38.7, longitude: -9.1, name: 'Obra' },
        },
      ],
    })
    const row = await only('Inês')
    assert.deepEqual(
      (await opened(row.id)).lines.map((one: Any) => one.text),
      ['Bom dia!', 'Obra 38.7, -9.1'],
    )
    assert.equal((await sendAt(row.id, 'Bom dia', '2026-11-24T09:03:20Z')).state, 'given')
    await tell({ statuses: [{ id: 'wamid.out', status: 'read' }] })
    assert.equal((await opened(row.id)).lines.at(-1).state, 'seen')
    const fileId = await stored('plan.pdf', 'application/pdf', '%PDF plan')
    meta.told.length = 0
    laid = () => ({ status: 500, body: '{}' })
    await office.done(c.sendMessage, { id: row.id, text: 'A planta', fileId }, elin)
    at('2026-11-24T09:04:00Z')
    await office.runJobs(office.waitingJobs.length)
    assert.equal((await opened(row.id)).lines.at(-1).state, 'waiting', 'tried again in a minute')
    assert.deepEqual(
      meta.told.map(one => one.url),
      ['/1055/media'],
      'nothing was sent',
    )
    laid = () => ({ body: '{"id":"media.7"}' })
    at('2026-11-24T09:05:30Z')
    await office.runJobs()
    const [, , last] = meta.told
    assert.deepEqual([meta.told.length, last!.url], [3, '/1055/messages'])
    assert.deepEqual(JSON.parse(last!.body).document, { id: 'media.7', caption: 'A planta', filename: 'plan.pdf' })
    const refusedTemplate = { id: row.id, text: 't', fileId, template: { name: 't', language: 'pt' } }
    assert.equal(refusalOf(await office.dispatch(c.sendMessage, refusedTemplate, elin)), 'channel-sends-no-files')
    at('2026-11-25T09:04:00Z')
    assert.equal(
      refusalOf(await office.dispatch(c.sendMessage, { id: row.id, text: 'Still there?' }, elin)),
      'conversation-window-over',
    )
    const template = { name: 'drawing_ready', language: 'pt_PT' }
    await sendAt(row.id, 'drawing_ready', '2026-11-25T09:04:20Z', { template })
    assert.deepEqual(JSON.parse(meta.told.at(-1)!.body).template, {
      name: 'drawing_ready',
      language: { code: 'pt_PT' },
    })
  })

  test('Telegram: known by the secret of its webhook, which the check sets; an edit is one message more', async () => {
    const telegram = await standIn(({ url }) => ({
      body: url.endsWith('getMe')
        ? '{"ok":true,"result":{"username":"office_bot"}}'
        : '{"ok":true,"result":{"message_id":9}}',
    }))
    after(() => telegram.close())
    const id = await it.connect('telegram', { title: 'Telegram', address: telegram.address, secrets: { token: '1:x' } })
    const checked = await it.act('checks', { id })
    assert.deepEqual(checked.status === 'done' && checked.output, { said: '@office_bot' })
    const hook = JSON.parse(telegram.told.at(-1)!.body) as { url: string; secret_token: string }
    const path = await pathOf(id)
    assert.equal(hook.url, house + path)
    const tell = (update: object, key = hook.secret_token) =>
      it.door('POST', path, JSON.stringify(update), { headers: { 'x-telegram-bot-api-secret-token': key } })
    const message = {
      message_id: 5,
      date: 1,
      text: 'Bună ziua',
      chat: { id: 77, type: 'private' },
      from: { id: 77, first_name: 'Mihai', last_name: 'Dobre', language_code: 'ro' },
    }
    assert.equal((await tell({ update_id: 1, message }, 'guess')).status, 401)
    await tell({ update_id: 1, message })
    await tell({ update_id: 1, message })
    await tell({ update_id: 2, edited_message: { ...message, text: 'Bună seara', edit_date: 2 } })
    await tell({ update_id: 3, my_chat_member: {} })
    const row = await only('Mihai')
    const talk = await opened(row.id)
    assert.deepEqual([talk.lines.map((one: Any) => one.text), talk.language], [['Bună ziua', 'Bună seara'], 'ro'])
    assert.equal((await sendAt(row.id, 'Bună!', '2026-11-25T09:05:00Z')).state, 'given')
    assert.deepEqual(JSON.parse(telegram.told.at(-1)!.body).chat_id, 77)
    const fileId = await stored('ritning å.pdf', 'application/pdf', '%PDF drawing')
    const sent = await sendAt(row.id, 'Aici e planul', '2026-11-25T09:06:00Z', { fileId, fileName: 'ritning å.pdf' })
    assert.deepEqual(
      [sent.state, sent.files.map((one: Any) => [one.name, one.state])],
      ['given', [['ritning å.pdf', 'here']]],
    )
    const put = telegram.told.at(-1)!
    assert.match(put.url, /\/sendDocument$/)
    assert.ok(
      [
        'name="chat_id"\r\n\r\n77',
        'name="caption"\r\n\r\nAici e planul',
        'name="document"; filename',
        '%PDF drawing',
      ].every(one => put.body.includes(one)),
      put.body,
    )
    const picture = await stored('foto.jpg', 'image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF\x00')
    await sendAt(row.id, 'Poza', '2026-11-25T09:07:00Z', { fileId: picture })
    assert.match(telegram.told.at(-1)!.url, /\/sendPhoto$/)
    const asks = async (input: object) =>
      refusalOf(await office.dispatch(c.sendMessage, { id: row.id, text: 'x', ...input } as never, elin))
    assert.equal(await asks({ fileId, text: 'x'.repeat(1025) }), 'message-too-long')
    assert.equal(await asks({ fileId: row.id }), 'record-not-found')
    assert.ok((await see(c.listChannels)).rows.length >= 5)
  })
}
