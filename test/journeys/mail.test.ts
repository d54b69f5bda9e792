/** A morning's mail by keys, over real wires: read, answered by a saved answer, given to a colleague, put away, buried. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { imapServer } from '../../src/modules/mail/fixtures/imap-server.ts'
import { mailText, smtpServer } from '../../src/modules/mail/testing.ts'
import { handsOn } from './hands.ts'
import { done, invite, seen, windowOf } from './small-office.ts'
import { openStage } from './stage.ts'
import { violations } from './violations.ts'
import { pictured, watch } from './watch.ts'

const imap = await imapServer()
const smtp = await smtpServer()
after(() => Promise.all([imap.close(), smtp.close()]))

const news = { from: 'Kaffekompaniet <nyheter@kaffekompaniet.example>' }
const html = [
  'From: Hisings Ventilation <faktura@hisings.example>',
  'To: info@office.example',
  'Subject: Bill 88214',
  'Message-ID: <bill@hisings.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Here is our <b>bill</b>.</p><img src="https://tracker.example/x.gif"><script>document.title = "x"</script>',
  '--b',
  'Content-Type: application/pdf; name="bill.pdf"',
  'Content-Disposition: attachment; filename="bill.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('%PDF-1.4 a bill').toString('base64'),
  '--b--',
  '',
].join('\r\n')
const mails = [
  mailText({ ...news, subject: 'Half price on beans' }),
  html,
  mailText({ ...news, subject: 'New machines are here' }),
  mailText({
    from: 'Oskar Nyström <oskar@nystrom.example>',
    subject: 'Study visit',
    text: 'May 18 students come on Friday?',
  }),
  mailText({
    from: 'Anna Nyman <anna@nyman.example>',
    subject: 'Your hours',
    text: 'Dear office,\n\nwhen are you open? See https://nyman.example/plan\n\nAnna\n\n> Earlier words',
  }),
]

const { server, browser, office } = await openStage(async ({ server }) => {
  const elin = await server.openOffice({ name: 'Elin Bergqvist' })
  const nadia = await invite(server, elin, 'Nadia Rahimi', 'clerk')
  for (const source of mails) imap.deliver('INBOX', source)
  await done(elin, 'mail.save-answer', {
    title: 'Opening hours',
    shortcut: 'hours',
    texts: [{ language: 'en', body: 'Dear {first-name},\n\nwe are open from 8 to 17.' }],
  })
  return { elin, nadia }
})
const { elin, nadia } = office

async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    if (performance.now() > deadline) throw new Error(JSON.stringify(answer).slice(0, 800))
    await wait(100)
  }
}
const threads = (box: string) => seen(elin, 'mail.list-threads', { box })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()
const list = (page: Page) => page.getByRole('region', { name: 'Threads' })

test('a mailbox is connected on its page, and its mails are there', async t => {
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  await page.goto(`${server.address}/mail/mailboxes`)
  await page.getByRole('button', { name: 'Connect a mailbox' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Info')
  await page.getByLabel('Address', { exact: true }).fill('info@office.example')
  for (const [name, port] of [
    ['incoming mail (IMAP)', imap.port],
    ['outgoing mail (SMTP)', smtp.port],
  ] as const) {
    const way = name.includes('IMAP') ? 'IMAP' : 'SMTP'
    await page.getByLabel(`Server for ${name}`).fill('127.0.0.1')
    await page.getByLabel(`${way} encryption`).selectOption('none')
    await page.getByLabel(`${way} port`).fill(String(port))
  }
  await page.getByLabel('User name').fill('office')
  await page.getByLabel('Password').fill('right')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Try and connect' }).click()
  await page.getByText('info@office.example · ').waitFor()
  await until(
    () => threads('open'),
    ({ total }) => total === mails.length,
  )
  assert.deepEqual(watched.wrongs(), [])
  await page.context().close()
})

test('by keys: read, answered by a saved answer, given to a colleague, put away, a newsletter buried for good', async t => {
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  const hands = handsOn(page)
  await page.goto(`${server.address}/mail`)
  await list(page)
    .getByRole('link', { name: /Your hours/ })
    .waitFor()
  assert.deepEqual(await violations(page), [])

  await hands.press('j')
  await heading(page, 'Your hours')
  await page.getByRole('list', { name: 'Mails' }).getByText('when are you open?').waitFor()
  assert.equal(await page.getByText('Earlier words').count(), 0, 'what is quoted is folded')
  // The `e` of somebody who writes on before the field is there does not say that the mail is done.
  await page.evaluate(() => {
    for (const key of ['r', 'e'])
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
  })
  const text = page.getByLabel('Text of the mail')
  await text.waitFor()
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement)
  await hands.type(';hou')
  await page.getByRole('option', { name: /Opening hours/ }).waitFor()
  await hands.press('Enter')
  await page.waitForFunction(() =>
    (document.querySelector('textarea.letter-text') as HTMLTextAreaElement).value.startsWith('Dear Anna,'),
  )
  assert.deepEqual(await violations(page), [])
  // However long the saving takes, what is being sent is not saved once more behind it.
  let saves = 0
  await page.route('**/api/mail/save-draft', async route => {
    saves++
    const response = await route.fetch()
    await new Promise(resolve => setTimeout(resolve, 2_500))
    await route.fulfill({ response })
  })
  await hands.type(' ')
  await hands.press('Control+Enter')
  await page.getByText(/^Goes out/).waitFor()
  assert.equal(saves, 1)
  await page.unroute('**/api/mail/save-draft')
  const [answered] = (await threads('all')).rows.filter((row: { subject: string }) => row.subject === 'Your hours')
  const { outgoing } = await seen(elin, 'mail.get-thread', { id: answered.id })
  assert.equal(outgoing[0].state, 'waiting')
  assert.match(outgoing[0].text, /^Dear Anna,\n\nwe are open from 8 to 17\.[^]*> when are you open\?/)

  await hands.press('j')
  await heading(page, 'Study visit')
  await hands.press('a')
  const owner = page.getByRole('combobox', { name: 'Owner' })
  await owner.waitFor()
  await hands.type('Nadia')
  await page.getByRole('option', { name: /Nadia/ }).waitFor()
  await hands.press('Enter')
  await page.getByRole('button', { name: 'Owner' }).getByText('Nadia Rahimi', { exact: true }).waitFor()
  // The focus has gone on from what was chosen, to the button that does it.
  await page.waitForFunction(() => (document.activeElement as HTMLButtonElement | null)?.type === 'submit')
  await hands.press('Enter')
  await list(page).getByRole('listitem').filter({ hasText: 'Study visit' }).getByText('Nadia Rahimi').waitFor()
  assert.equal((await seen(nadia, 'mail.list-threads', { box: 'mine' })).total, 1)

  await hands.press('j')
  await heading(page, 'New machines are here')
  await hands.press('m')
  await heading(page, 'Bill 88214')
  await until(
    () => threads('noise'),
    ({ total }) => total === 2,
  )
  imap.deliver('INBOX', mailText({ ...news, subject: 'Once more' }))
  await until(
    () => threads('noise'),
    ({ total }) => total === 3,
  )

  // shown as designed it runs nothing and fetches nothing; its attachment can be had
  await page.getByRole('button', { name: 'As designed' }).first().click()
  const frame = page.frameLocator('iframe[title="As designed"]')
  await frame.getByText('bill', { exact: true }).waitFor()
  await page.getByText('Pictures from outside are not fetched').waitFor()
  assert.equal(await frame.locator('script').count(), 0)
  assert.deepEqual(await violations(page), [])
  await page.getByRole('link', { name: /bill\.pdf/ }).waitFor()
  await hands.press('e')
  await until(
    () => threads('done'),
    ({ total }) => total === 1,
  )
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await hands.press('u')
  await until(
    () => threads('done'),
    ({ total }) => total === 0,
  )
  assert.deepEqual(watched.wrongs(), [])
  await page.context().close()
})

test('pictures of a designed mail are seen: its own at once, those from outside once they are asked for', async t => {
  const png = await sharp({ create: { width: 24, height: 12, channels: 3, background: '#1d4f91' } })
    .png()
    .toBuffer()
  const fetched: string[] = []
  const outside = createServer((request, response) => {
    fetched.push(`${request.url} ${request.headers.referer ?? 'no referrer'} ${request.headers.cookie ?? 'no cookie'}`)
    response.writeHead(200, { 'content-type': 'image/png' }).end(png)
  })
  await new Promise<void>(resolve => outside.listen(0, '127.0.0.1', resolve))
  const { port } = outside.address() as AddressInfo
  const designed = [
    'From: Hisings Ventilation <brev@hisings.example>',
    'To: info@office.example',
    'Subject: Our new shop',
    'Message-ID: <shop@hisings.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=r',
    '',
    '--r',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>Come and see us.</p><img alt="Shop" src="cid:shop@hisings"><img alt="Map" src="http://127.0.0.1:${port}/map.png">`,
    '--r',
    'Content-Type: image/png; name="shop.png"',
    'Content-ID: <shop@hisings>',
    'Content-Disposition: inline; filename="shop.png"',
    'Content-Transfer-Encoding: base64',
    '',
    png.toString('base64'),
    '--r--',
    '',
  ].join('\r\n')
  imap.deliver('INBOX', designed)
  const { rows } = await until(
    () => seen(elin, 'mail.list-threads', { box: 'all', text: 'shop' }),
    ({ total }) => total === 1,
  )
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  await page.goto(`${server.address}/mail/${rows[0].id}`)
  await page.getByRole('button', { name: 'As designed' }).first().click()
  const frame = page.frameLocator('iframe[title="As designed"]')
  const width = (name: string) =>
    frame.getByAltText(name).evaluate(async picture => {
      const image = picture as HTMLImageElement
      if (!image.complete)
        await new Promise(resolve => ['load', 'error'].map(what => image.addEventListener(what, resolve)))
      return image.naturalWidth
    })
  assert.equal(await width('Shop'), 24, 'its own picture')
  assert.equal(await width('Map'), 0)
  assert.deepEqual(fetched, [], 'nothing from outside before it is asked for')
  await page.getByText('Pictures from outside are not fetched').waitFor()
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByText('Pictures from outside are not fetched').waitFor({ state: 'detached' })
  assert.equal(await width('Shop'), 24)
  assert.equal(await width('Map'), 24, 'one from outside')
  assert.deepEqual(fetched, ['/map.png no referrer no cookie'])
  await page.context().close()
  outside.close()
})

test('two never answer the same: the second is told who writes, and takes over', async t => {
  const [visit] = (await threads('all')).rows.filter((row: { subject: string }) => row.subject === 'Study visit')
  await done(nadia, 'mail.hold-thread', { id: visit.id })
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  await page.goto(`${server.address}/mail/${visit.id}`)
  await page.getByText('Nadia Rahimi is writing the answer').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Take over' }).click()
  await page.getByText('Nadia Rahimi is writing the answer').waitFor({ state: 'detached' })
  assert.equal((await seen(elin, 'mail.who-answers', { id: visit.id })).mine, true)
  for (const path of ['/mail/answers', '/mail/rules', '/mail/new']) {
    await page.goto(server.address + path)
    await page.getByRole('heading').first().waitFor()
    assert.deepEqual(await violations(page), [], path)
  }
  await page.context().close()
})

test('found by who wrote; what is dropped on a mail goes with it and nowhere else; many are moved into a folder and come back', async t => {
  imap.deliver('INBOX', mailText({ from: 'Bo Ek <bo@ek.example>', subject: 'The first of two' }))
  imap.deliver('INBOX', mailText({ from: 'Bo Ek <bo@ek.example>', subject: 'The second of two' }))
  await until(
    () => seen(elin, 'mail.list-threads', { box: 'open', from: 'ek' }),
    ({ total }) => total === 2,
  )
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  await page.goto(`${server.address}/mail`)
  await list(page)
    .getByRole('link', { name: /The first of two/ })
    .waitFor()
  await page.keyboard.press('/')
  await page.getByRole('list', { name: 'More exactly' }).getByRole('button', { name: 'from:' }).click()
  await page.keyboard.type('bo')
  await list(page)
    .getByRole('link', { name: /Study visit/ })
    .waitFor({ state: 'detached' })
  await list(page)
    .getByRole('link', { name: /The second of two/ })
    .waitFor()
  assert.deepEqual(await violations(page), [])
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+a')
  await page.getByText('2 selected').waitFor()
  await page.keyboard.press('v')
  await page.getByRole('dialog').getByLabel('Folder').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('dialog').getByLabel('Folder').fill('arch')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Archive/i })
    .waitFor()
  await page.keyboard.press('Enter')
  const done2 = () => seen(elin, 'mail.list-threads', { box: 'done', from: 'ek' })
  await until(done2, ({ total }) => total === 2)
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await page.keyboard.press('u')
  await until(done2, ({ total }) => total === 0)

  await page.goto(`${server.address}/mail/new`)
  await page.getByRole('button', { name: 'Attach' }).waitFor()
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['a plan'], 'plan.txt', { type: 'text/plain' }))
    for (const name of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }))
  })
  await page.getByRole('button', { name: /plan\.txt/ }).waitFor()
  assert.equal((await seen(elin, 'documents.stack', {})).total, 0, 'no paper was made of it')
  assert.deepEqual(watched.wrongs(), [])
  await page.context().close()
})
