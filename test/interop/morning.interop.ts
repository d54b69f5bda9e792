/**
 * A morning at the front desk over real wires: thirty mails on Dovecot, answers by SMTP, four calls told by a telephone system, a tray
 * of post through the scanner, two visitors at the kiosk, a complaint, paper on an IPP printer. At noon nothing is unowned.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { verifyJournal } from '../../src/kernel/journal/verify.ts'
import { ownPapers } from '../journeys/papers.ts'
import { seen, windowOf } from '../journeys/small-office.ts'
import { openStage } from '../journeys/stage.ts'
import { pictured, watch } from '../journeys/watch.ts'
import { skippedWithout } from './clients.ts'
import { skippedWithoutPrinter } from './ippeveprinter.ts'
import { takeCalls } from './morning/calls.ts'
import { carryPost, confirmPapers, printPaper, scanTray, sortMail, threadsIn } from './morning/desk.ts'
import { settleComplaints } from './morning/complaints.ts'
import { answerFax, faxComes } from './morning/fax.ts'
import { thirtyMails } from './morning/mails.ts'
import { type Morning, openMorning, openWires, until } from './morning/office.ts'
import { receiveVisitors } from './morning/visitors.ts'

const skip = skippedWithout('dovecot', 'dovecot-imapd') || skippedWithoutPrinter

test('four calls, thirty mails, a tray of post, two visitors, a fax and two complaints: at noon nothing is unowned', {
  skip,
  timeout: 600_000,
}, async t => {
  const wires = await openWires()
  after(() => wires.close())
  const {
    server,
    browser,
    office: morning,
  } = await openStage(({ server }) => openMorning(server, wires), {
    smtpPort: wires.doorPort,
    printers: ['127.0.0.1'],
    mail: { url: `smtp://127.0.0.1:${wires.smtp.port}`, from: 'Bergqvist <office@office.example>' },
  })
  const { elin } = morning
  const page = await (await windowOf(browser, server, elin)).newPage()
  pictured(t, page)
  const watched = watch(page)
  const began = performance.now()
  const told = (what: string) =>
    t.diagnostic(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`)

  const mails = thirtyMails(await ownPapers(4))
  const arrived = (count: number) =>
    until(
      () => seen(elin, 'mail.list-threads', { box: 'all' }),
      ({ total }) => total >= count,
      'the mails are there',
    )
  // What lies in a mailbox when it is connected is old; the rest comes while it is watched.
  await morning.dovecot.deliver(0, mails[0]!.source)
  await arrived(1)
  for (const [n, { source }] of mails.entries()) if (n > 0) await morning.dovecot.deliver(n, source)
  await faxComes(morning)
  const tray = await scanTray(morning)
  // One of them is an answer within a thread.
  await arrived(mails.length - 1)
  told(`${mails.length} mails are in the mailbox`)

  for (const line of await takeCalls(morning, page)) told(line)
  await sortMail(morning, mails)
  told('the mails are sorted')
  const first = await receiveVisitors(morning)
  told(first)
  told(await answerFax(morning))
  await carryPost(morning, tray)
  told('the post is delivered')
  await settleComplaints(morning)
  told('the complaints have an owner, an answer and a remedy')
  const confirmed = await confirmPapers(morning)
  await printPaper(morning, confirmed[0]!)
  told(`${confirmed.length} papers confirmed, one printed`)

  const answered = ['anna.nyman', 'jan.de.vries', 'ioana.marin', 'rui.costa', 'kari.nilsen', 'berit.dahl', 'tom.berg']
  const hasGone = (name: string) => morning.smtp.posted.some(one => one.envelope.to.includes(`${name}@outside.example`))
  await until(
    async () => answered.filter(name => !hasGone(name)),
    left => left.length === 0,
    'the answers have gone',
  )
  assert.deepEqual(await waitingEverywhere(morning), [], 'nothing waits for an owner')
  const open = await threadsIn(morning, 'open')
  assert.deepEqual(
    open.filter(thread => thread.owner === null).map(thread => thread.subject),
    [],
    'no mail is nobody’s',
  )
  const { links } = await seen(elin, 'directory.get-party', { id: morning.berit })
  const kinds = links.map((one: { record: { kind: string } }) => one.record.kind)
  assert.deepEqual(kinds.toSorted(), ['call', 'case', 'mail-thread'], 'whatever way she came, it stands with her')
  await page.goto(`${server.address}/in`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  told('noon: nothing is unowned')
  assert.deepEqual(watched.wrongs(), [])
  const { pool } = server.running.composed.kernel
  const report = await verifyJournal(pool, (await seen(elin, 'authority.get-organisation')).id)
  assert.equal(report.broken, null)
})

/** What any module has in the tray of whoever looks after the office. */
async function waitingEverywhere({ server, elin }: Morning): Promise<string[]> {
  const queries = server.running.composed.kernel.registry.queries.filter(({ name }) => name.endsWith('.list-waiting'))
  assert.ok(queries.length >= 6, queries.map(({ name }) => name).join())
  const waiting = []
  for (const { name } of queries) for (const row of (await seen(elin, name)).rows) waiting.push(`${name}: ${row.title}`)
  return waiting
}
