/** A form as strangers meet it, in a browser: six languages for everybody, the little work done by its script, and none of it needed. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { languages, type Language } from '../../src/kernel/language/catalogue.ts'
import type { FormField } from '../../src/modules/channels/contract.ts'
import type { AskedForm } from '../../src/modules/channels/forms/entry.ts'
import { formHtml, pageHeaders, thanksHtml } from '../../src/modules/channels/forms/page.ts'
import { isWorked } from '../../src/modules/channels/forms/work.ts'
import { lendBrowser } from '../../tools/testing/shared-browser.ts'
import { violations } from './violations.ts'

const inAll = (words: string) => Object.fromEntries(languages.map(one => [one, `${words} (${one})`]))
const field = (key: string, type: FormField['type'], required: boolean, options: string[] = []): FormField => ({
  key,
  type,
  required,
  labels: inAll(key),
  options: options.map(inAll),
})
const form: AskedForm = {
  title: 'Ask us',
  languages: [...languages],
  intros: inAll('What is it about?'),
  consents: inAll('You may keep this for a year'),
  thanks: inAll('Thank you'),
  fields: [
    field('name', 'name', true),
    field('email', 'email', true),
    field('phone', 'phone', false),
    field('question', 'longtext', true),
    field('topic', 'choice', true, ['Permit', 'Bill']),
    field('place', 'choice', false, ['1', '2', '3', '4', '5', '6', '7']),
    field('wishes', 'choices', false, ['Call', 'Write']),
    field('day', 'day', false),
    field('paper', 'file', false),
  ],
}

const bodies: string[] = []
let filled: Parameters<typeof formHtml>[1]['filled']
const server = createServer((request, response) => {
  const language = (new URL(request.url!, 'http://x').searchParams.get('lang') ?? 'en') as Language
  response.writeHead(200, pageHeaders([], 'self'))
  if (request.method === 'GET') {
    const shown = { language, action: '/form', stamp: 'a.stamp.of-this-page' }
    response.end(formHtml(form, filled ? { ...shown, filled, notice: 'wrong' } : shown))
    return
  }
  let body = ''
  request.on('data', chunk => (body += String(chunk)))
  request.on('end', () => {
    bodies.push(body)
    response.end(thanksHtml(form, language))
  })
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/form`
const { browser, close } = await lendBrowser()
after(async () => {
  await close()
  server.close()
})

const wrongs = {
  values: { name: [''], email: ['karin'], question: ['x'], topic: ['0'] },
  files: [],
  problems: { name: 'needed', email: 'email', _consent: 'needed' },
} as const

for (const language of languages)
  test(`the form in ${language} is for everybody: as it is opened, and with what was wrong beside the fields`, async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    for (const state of [undefined, wrongs]) {
      filled = state
      await page.goto(`${address}?lang=${language}`)
      assert.equal(await page.locator('html').getAttribute('lang'), language)
      assert.deepEqual(await violations(page), [])
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390)
    }
    filled = undefined
    await context.close()
  })

const valueIn = (body: string, name: string): string =>
  new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(body)?.[1] ?? 'missing'

async function send(hasScripts: boolean): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: hasScripts })
  const page = await context.newPage()
  const cries: string[] = []
  page.on('console', message => message.type() === 'error' && cries.push(message.text()))
  page.on('pageerror', fault => cries.push(String(fault)))
  await page.goto(address)
  await page.fill('#name', 'Karin Öberg')
  await page.fill('#email', 'karin@example.org')
  await page.fill('#question', 'When are you open?')
  await page.check('[name=topic][value="0"]')
  await page.check('[name=_consent]')
  // Pressed at once: where the work is not done yet, the form waits for it and goes by itself.
  await page.click('button[type=submit]')
  await page.getByRole('status').waitFor()
  assert.deepEqual(cries, [])
  assert.deepEqual(await context.cookies(), [])
  await context.close()
  return bodies.at(-1)!
}

test('the browser has worked when it sends, however soon one presses; without scripts the form is sent as it is', async () => {
  const worked = await send(true)
  assert.equal(valueIn(worked, '_stamp'), 'a.stamp.of-this-page')
  assert.ok(isWorked('a.stamp.of-this-page', valueIn(worked, '_work')), valueIn(worked, '_work'))
  const plain = await send(false)
  assert.deepEqual([valueIn(plain, '_work'), valueIn(plain, 'question')], ['', 'When are you open?'])
})
