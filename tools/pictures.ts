/*
 * npm run pictures: photographs every page, wide (1440 × 900) and phone (390 × 844), light and dark, with the demo office's data,
 * into .tmp/pictures; somebody looks at them before work on a page is called done.
 *
 *   npm run pictures                      every page
 *   npm run pictures -- desk documents    those whose name begins so
 *   npm run pictures -- --readme          the few that README shows, into docs/pictures
 *   npm run pictures -- --fresh           makes the demo office anew first
 *
 * The demo office is made once, its scans drawn as text, in a data folder of its own beside Kontor's.
 */
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { compose } from '../src/app/compose.ts'
import { type Config, readConfig } from '../src/app/config.ts'
import { demoOwner, demoPassword } from '../src/app/demo/office.ts'
import { seedDemo } from '../src/app/demo/seed.ts'
import { startServer } from '../src/app/server.ts'
import { CHECKOUT } from '../src/kernel/database/embedded/places.ts'
import { allPages } from '../test/journeys/pages.ts'
import { openBrowser } from './testing/browser.ts'

interface Shot {
  readonly name: string
  readonly path: string
  /** What is done before the picture. */
  readonly act?: (page: Page) => Promise<void>
  readonly signedOut?: boolean
}

type Screen = 'wide' | 'phone'
const screens: Readonly<Record<Screen, { width: number; height: number }>> = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
}
const schemes = ['light', 'dark'] as const

/** What README shows, and as which picture. */
const inReadme = ['desk', 'confirm-record', 'documents', 'documents-record', 'palette']

const { values, positionals } = parseArgs({
  options: { readme: { type: 'boolean', default: false }, fresh: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const log = (level: string, message: string, data?: unknown): void => {
  if (level === 'warn' || level === 'error') console.error(level, message, data ?? '')
}

function wanted(name: string): boolean {
  if (values.readme) return inReadme.includes(name)
  return positionals.length === 0 || positionals.some(word => name.startsWith(word))
}

async function picturesConfig(): Promise<Config> {
  const given = readConfig()
  const port = await freePort()
  return {
    ...given,
    host: '127.0.0.1',
    port,
    address: `http://127.0.0.1:${port}`,
    dataDir: `${given.dataDir}-pictures`,
    smtpPort: 0,
    watchDir: undefined,
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}

async function demoOnce(to: Config): Promise<void> {
  const mark = join(to.dataDir, 'demo-made')
  if (existsSync(mark) && !values.fresh) return
  await rm(to.dataDir, { recursive: true, force: true })
  const composed = await compose({ config: to, log, purpose: 'command' })
  try {
    await seedDemo(composed, line => console.log(line), { textOnly: true })
    await writeFile(mark, '')
  } finally {
    await composed.close()
  }
}

async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: demoOwner.email, password: demoPassword }),
  })
  if (!response.ok) throw new Error(`The demo's owner cannot sign in: ${await response.text()}`)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

interface Row {
  readonly id: string
  readonly state?: string
  readonly kind?: string
}

/** A record of each kind to show, by the address of its page; queries that are absent give none. */
async function recordsOf(address: string, cookie: string): Promise<Readonly<Record<string, string | undefined>>> {
  const rows = async (query: string): Promise<readonly Row[]> => {
    const response = await fetch(`${address}/api/${query}`, { headers: { cookie } })
    return response.ok ? ((await response.json()) as { rows: readonly Row[] }).rows : []
  }
  const [papers, pile, tasks, parties] = [
    await rows('documents/list-documents?limit=100'),
    await rows('documents/stack?limit=100'),
    await rows('work/list-tasks?limit=50'),
    await rows('directory/list-parties?limit=100'),
  ]
  const bill = (paper: Row): boolean => paper.kind === 'bill'
  const first = async (query: string): Promise<string | undefined> => (await rows(query))[0]?.id
  /** An event of these days, of whichever calendar. */
  const firstEvent = async (): Promise<string | undefined> => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z/, 'Z')
    const lines = (await rows(`calendar/agenda?from=${day(-7)}&until=${day(14)}`)) as readonly {
      readonly eventId?: string
    }[]
    return lines.find(({ eventId }) => eventId)?.eventId
  }
  const [matter, application, register] = [
    await first('matters/list-matters'),
    await first('permits/list-applications'),
    await first('registers/list-registers'),
  ]
  return {
    '/agreements': await first('payables/list-agreements'),
    '/parcels': await first('payables/list-parcels'),
    '/announcements': await first('announcements/list-announcements?box=written'),
    '/books/accounts': '1930',
    '/books/entries': await first('ledger/list-entries'),
    '/oncall': await first('oncall/list-rotas'),
    '/held': await first('proofing/list-checks'),
    '/alarms': await first('oncall/list-alarms'),
    '/signatures': (await first('signatures/list-signings')) ?? (await first('signatures/list-signings?box=all')),
    '/visitors': await first('visitors/list-visitors'),
    '/visitors/keys': await first('visitors/list-keys'),
    '/visitors/parcels': await first('visitors/list-held-parcels'),
    '/calls': await first('calls/list-calls'),
    '/channels': await first('channels/list-conversations?box=all'),
    '/channels/forms': await first('channels/list-forms'),
    '/slips': await first('calls/list-slips'),
    '/bank': await first('banking/list-accounts'),
    '/calendar/booking-pages': await first('scheduling/list-booking-pages'),
    '/calendar/offers': await first('scheduling/list-proposals'),
    '/calendar': await firstEvent(),
    '/calendar/print': 'day',
    '/cash': await first('banking/list-cash-boxes'),
    '/bills': (await first('payables/list-bills?box=kept')) ?? (await first('payables/list-bills')),
    '/approvals': await first('authority/list-approvals'),
    '/confirm': (pile.find(bill) ?? pile[0])?.id,
    '/documents': (papers.find(paper => bill(paper) && paper.state === 'confirmed') ?? papers[0])?.id,
    '/expenses': await first('expenses/list-reports'),
    '/documents/backlog': await first('documents/list-backlogs'),
    '/documents/certificates': await first('documents/list-certificates'),
    '/documents/searches': await first('documents/list-searches'),
    '/documents/holds': await first('documents/list-holds'),
    '/documents/register': await first('documents/list-register'),
    '/documents/requests': await first('documents/list-file-requests'),
    '/documents/shares': await first('documents/list-shares'),
    '/goals': await first('work/list-goals'),
    '/answers': await first('cases/list-answers'),
    '/mail': await first('mail/list-threads?box=open'),
    '/mail/answers': await first('mail/list-answers'),
    '/cases': await first('cases/list-cases?sorts=complaint'),
    '/interviews': await first('interviews/list-interviews'),
    '/invitations': await first('invitations/list-meetings'),
    '/hand-over': await first('authority/list-principals'),
    '/machine/mandates': await first('authority/list-mandates'),
    '/machine/people': await first('authority/list-principals'),
    '/machine/roles': (await rows('authority/list-roles'))[1]?.id,
    '/invoices': await first('receivables/list-invoices'),
    '/recurring-invoices': await first('receivables/list-recurring'),
    '/invoices/customers': await first('receivables/list-owing'),
    '/quotes': await first('receivables/list-quotes'),
    '/matter-covers': matter,
    '/matter-kinds': await first('matters/list-kinds'),
    '/matters': matter,
    '/meetings': await first('meetings/list-meetings?box=past'),
    '/meeting-minutes': await first('meetings/list-meetings?box=coming'),
    '/letters': await first('letters/list-letters?state=draft'),
    '/letter-merges': await first('letters/list-merges'),
    '/letter-templates': await first('letters/list-templates'),
    '/outings': await first('outings/list-outings'),
    '/outing-door': await first('outings/list-outings'),
    '/travel': await first('travel/list-trips'),
    '/travel-phone': await first('travel/list-trips'),
    '/travel-documents': await first('travel/list-documents'),
    '/obligations': await first('procedures/list-obligations'),
    '/organisations': parties.find(({ kind }) => kind === 'organisation')?.id,
    '/pay': await first('payinputs/list-periods'),
    '/pay/people': await first('payinputs/list-payees'),
    '/payments': await first('banking/list-runs'),
    '/people': parties.find(({ kind }) => kind === 'person')?.id,
    '/permit-decisions': application,
    '/permit-desk': application,
    '/permits': await first('permits/list-permits'),
    '/post': await first('post/list-items?box=delivered'),
    '/post/out': await first('post/list-outgoing?states=gone'),
    '/post/boxes': await first('post/list-boxes'),
    '/post/fax': await first('fax/list-faxes?box=in'),
    '/printing': await first('printing/list-jobs'),
    '/printing/printers': await first('printing/list-printers'),
    '/publishing': await first('publishing/list-publications?text=engineer'),
    '/publishing/pages': await first('publishing/list-page-changes'),
    '/procedures': await first('procedures/list-procedures'),
    '/register-rows': register && (await first(`registers/list-rows?register=${register}`)),
    '/reviews': await first('supervision/list-reviews'),
    '/registers': register,
    '/rooms': await first('calendar/list-places'),
    '/runs': await first('procedures/list-runs'),
    '/bank/files': await first('banking/list-statements'),
    '/tasks': tasks[0]?.id,
  }
}

const nameOf = (path: string): string =>
  path === '/' ? 'desk' : path.slice(1).replace('/$id', '-record').replaceAll('/', '-')

async function shotsOf(address: string, cookie: string): Promise<Shot[]> {
  const records = await recordsOf(address, cookie)
  const pages = (await allPages()).flatMap(({ path }): Shot[] => {
    const asked = path === '/search' ? '?find=ventilation' : ''
    if (!path.includes('$')) return [{ name: nameOf(path), path: path + asked }]
    const id = records[path.slice(0, path.indexOf('/$'))]
    if (!id) console.log(`${path}: the demo holds nothing to show it with`)
    return id ? [{ name: nameOf(path), path: path.replace(/\$\w+/, id) }] : []
  })
  return [...pages, ...floating]
}

/** What floats over a page, and what stands before one is signed in. */
const floating: readonly Shot[] = [
  {
    name: 'palette',
    path: '/',
    act: async page => {
      await page.keyboard.press('Control+k')
      const asked = page.getByRole('dialog').getByRole('combobox')
      const answered = page.waitForResponse(response => response.url().includes('/api/kernel/search'))
      await asked.fill('vent')
      await answered
      await page.getByRole('dialog').getByRole('group', { name: 'Open' }).waitFor()
    },
  },
  {
    name: 'keys',
    path: '/',
    act: async page => {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'sign-in', path: '/', signedOut: true },
]

async function windowOf(from: Browser, screen: Screen, cookie: string | null): Promise<BrowserContext> {
  const context = await from.newContext({
    viewport: screens[screen],
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
    hasTouch: screen === 'phone',
  })
  const [name = '', value = ''] = cookie?.split('=') ?? []
  if (cookie) await context.addCookies([{ name, value, url: config.address }])
  return context
}

/** Opens the page, waits until it and its pictures stand, and does what the shot asks. */
async function stand(page: Page, shot: Shot): Promise<void> {
  await page.goto(config.address + shot.path)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"], .skeleton') &&
      [...document.images].every(image => image.loading === 'lazy' || image.complete),
  )
  await page.evaluate(() => document.fonts.ready)
  await shot.act?.(page)
}

async function photographAll(from: Browser, shots: readonly Shot[], cookie: string): Promise<void> {
  const folder = join(CHECKOUT, '.tmp/pictures')
  await mkdir(folder, { recursive: true })
  const failed: string[] = []
  for (const screen of Object.keys(screens) as Screen[]) {
    for (const shot of shots) {
      const context = await windowOf(from, screen, shot.signedOut ? null : cookie)
      try {
        const page = await context.newPage()
        await stand(page, shot)
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme })
          await page.screenshot({ path: join(folder, `${shot.name}-${screen}-${colorScheme}.png`) })
        }
      } catch (error) {
        failed.push(`${shot.name} ${screen}: ${(error as Error).message.split('\n')[0]}`)
      }
      await context.close()
    }
  }
  console.log(`${shots.length} pages, ${shots.length * 4 - failed.length * 2} pictures in ${folder}`)
  for (const line of failed) console.error(line)
  if (failed.length > 0) process.exitCode = 1
}

/** README's few: light and wide, in few colours, so that a checkout stays small. */
async function photographForReadme(from: Browser, shots: readonly Shot[], cookie: string): Promise<void> {
  const folder = join(CHECKOUT, 'docs/pictures')
  await mkdir(folder, { recursive: true })
  for (const shot of shots) {
    const context = await windowOf(from, 'wide', cookie)
    const page = await context.newPage()
    await page.emulateMedia({ colorScheme: 'light' })
    await stand(page, shot)
    const picture = await sharp(await page.screenshot())
      .png({ palette: true, colours: 128, effort: 10 })
      .toBuffer()
    const name = `${shot.name.replace('confirm-record', 'confirm').replace('documents-record', 'record').replace('documents', 'list')}.png`
    await writeFile(join(folder, name), picture)
    console.log(`docs/pictures/${name} ${Math.round(picture.length / 1000)} kB`)
    await context.close()
  }
}

const config = await picturesConfig()
await demoOnce(config)
const running = await startServer({
  config,
  log,
  tell: line => console.log(line),
  onLost: cause => {
    throw cause
  },
})
const browser = await openBrowser()
try {
  const cookie = await signIn(config.address)
  const shots = (await shotsOf(config.address, cookie)).filter(({ name }) => wanted(name))
  if (values.readme) await photographForReadme(browser, shots, cookie)
  else await photographAll(browser, shots, cookie)
} finally {
  await browser.close()
  await running.stop()
}
