import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { contract } from '../../kernel/declare.ts'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule } from '../../kernel/implement.ts'
import { allowPrivateAddresses } from '../../kernel/outside/fetch.ts'
import { completeTask, listTasks } from '../work/contract.ts'
import { refusalOf, tuesday, type WorkOffice, workOffice } from '../work/testing.ts'
import * as c from './contract.ts'
import { askFigures, publishDue } from './doors.wires.ts'
import { publishing, publishingConnection } from './index.ts'
import { mastodonStandIn, pixel, type StandIn, webhookStandIn, wordpressStandIn } from './wires/testing.ts'

const named = (name: string) =>
  defineModule({
    contract: contract({ name, depends: name === 'directory' ? [] : ['directory'] }),
    catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
  })

let it: WorkOffice
let social: StandIn
let web: StandIn
let hook: StandIn
let pictureId = ''
const outlets: Record<'social' | 'web' | 'hook' | 'hand', string> = { social: '', web: '', hook: '', hand: '' }
const later = (minutes: number) => tuesday.add({ minutes }).toString()
const goTo = (minutes: number) => it.office.setClock(tuesday.add({ minutes }))
const due = () => publishDue(it.office.kernel, it.organisationId)
const see = async (id: string) => {
  const answer = await it.office.query(c.getPublication, { id }, it.elin)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output
}
const openTasks = async () => {
  const answer = await it.office.query(listTasks, { states: ['open'], limit: 200 }, it.elin)
  return answer.status === 'done' ? answer.output.rows : []
}
const hasTask = async (title: string) => (await openTasks()).some(task => task.title === title)
const connect = (outletId: string, wire: string, to: StandIn, secret: string, account = '') =>
  publishingConnection.act(
    it.office.kernel,
    { organisationId: it.organisationId, principalId: it.elin.id, mandateId: null },
    { id: outletId, wire, url: to.url, account, secret },
    newId(),
  )
let planned = 0
/** Written by Elin, approved by Karin. */
async function approved(
  outletIds: readonly string[],
  minutes: number,
  more: object = {},
): Promise<{ id: string; title: string }> {
  const title = `Post ${++planned}`
  const facts = { title, text: 'Soup on Thursday.', outletIds: [...outletIds], plannedAt: later(minutes) }
  const { id } = await it.office.done(c.planPublication, { ...facts, ...more }, it.elin)
  await it.office.done(c.approvePublication, { id }, it.karin)
  return { id, title }
}

before(async () => {
  it = await workOffice([named('directory'), named('documents'), publishing])
  await it.office.superuser.query(`insert into platform.organisation values ($1, 'Office', now())`, [it.organisationId])
  ;[social, web, hook] = await Promise.all([mastodonStandIn(), wordpressStandIn(), webhookStandIn()])
  const add = async (name: string, network: c.Network) =>
    (await it.office.done(c.addOutlet, { name, network, keeperId: it.karin.id }, it.elin)).id
  outlets.social = await add('Mastodon', 'mastodon')
  outlets.web = await add('Own page', 'website')
  outlets.hook = await add('Intranet', 'other')
  outlets.hand = await add('LinkedIn', 'linkedin')
  pictureId = (await it.office.kernel.files.put(it.organisationId, pixel, { name: 'p.png', mediaType: 'image/png' })).id
  allowPrivateAddresses(true)
})
after(async () => {
  allowPrivateAddresses(false)
  await it.office.close()
  await Promise.all([social.close(), web.close(), hook.close()])
})

test('an outlet is connected only where its secret is let in, and the secret is told to nobody', async () => {
  const wrong = await connect(outlets.social, 'mastodon', social, 'no such token')
  assert.equal(refusalOf(wrong), 'outlet-sign-in-refused')
  assert.equal(
    refusalOf(await connect(outlets.social, 'mastodon', { ...social, url: 'http://127.0.0.1:9' }, 'x')),
    'outlet-unreachable',
  )
  assert.equal((await connect(outlets.social, 'mastodon', social, 'token')).status, 'done')
  assert.equal((await connect(outlets.web, 'wordpress', web, 'word pass', 'elin')).status, 'done')
  assert.equal((await connect(outlets.hook, 'webhook', hook, 'shared')).status, 'done')
  const { rows } = await it.office.superuser.query<{ n: number }>(
    `select count(*)::int as n from kernel.journal j where j::text like '%word pass%'`,
  )
  assert.equal(rows[0]!.n, 0)
  assert.equal(
    refusalOf(await it.office.dispatch(c.addOutlet, { name: 'MASTODON', network: 'mastodon' }, it.elin)),
    'outlet-twice',
  )
})

test('what is not ready is refused by name; whoever wrote it asks another pair of eyes; a change lets the approval fall', async () => {
  const { dispatch, done } = it.office
  const { id } = await done(c.planPublication, { title: 'Lunch', text: 'Soup' }, it.elin)
  const approve = async (as = it.karin) => refusalOf(await dispatch(c.approvePublication, { id }, as))
  const change = (input: object) => done(c.changePublication, { id, ...input }, it.elin)
  assert.equal(await approve(), 'publication-without-outlet')
  await change({ outletIds: [outlets.social, outlets.hand] })
  assert.equal(await approve(), 'publication-without-time')
  await change({ plannedAt: later(-5) })
  assert.equal(await approve(), 'publication-time-passed')
  await change({ plannedAt: later(600), text: 'a'.repeat(501) })
  assert.equal(await approve(), 'publication-too-long')
  await change({ own: [{ outletId: outlets.social, text: 'Short.' }], pictures: [{ fileId: pictureId }] })
  assert.equal(await approve(), 'alt-text-missing')
  await change({ pictures: [{ fileId: pictureId, alt: 'A bowl of soup' }] })
  await done(c.askApproval, { id, approverId: it.karin.id }, it.elin)
  assert.ok(await hasTask('Approve: Lunch'))
  assert.equal((await dispatch(c.approvePublication, { id }, it.elin)).status, 'asked')
  assert.equal(await approve(), 'done')
  assert.equal(await hasTask('Approve: Lunch'), false)
  assert.deepEqual(
    (await see(id)).placements.map(one => [one.outlet.title, one.words.length]),
    [
      ['LinkedIn', 501],
      ['Mastodon', 6],
    ],
  )
  await change({ text: 'Soup on Thursday' })
  const after = await see(id)
  assert.deepEqual([after.record.state, after.approvedBy], ['draft', null])
  goTo(700)
  assert.equal(await due(), 0, 'nothing that is not approved goes out')
  goTo(0)
  await done(c.dropPublication, { id }, it.elin)
})

test('at its time it is published once by the interface, with pictures and their words; the next of a series is planned', async () => {
  const { id, title } = await approved([outlets.social, outlets.web, outlets.hook], 60, {
    pictures: [{ fileId: pictureId, alt: 'En skål soppa' }],
    hashtags: '#lunch',
    link: 'https://office.example/lunch',
    repeats: 'week',
  })
  goTo(59)
  assert.equal(await due(), 0)
  goTo(61)
  await Promise.all([due(), due()])
  await due()
  const words = 'Soup on Thursday.\n\nhttps://office.example/lunch\n\n#lunch'
  assert.deepEqual(
    [...social.posts.values()].map(one => [one['status'], one['media_ids']]),
    [[words, ['m1']]],
  )
  assert.deepEqual([social.media.get('m1')!.alt, social.media.get('m1')!.bytes.equals(pixel)], ['En skål soppa', true])
  assert.equal(web.posts.size, 1)
  assert.match(String([...web.posts.values()][0]!['content']), /alt="En skål soppa"/)
  assert.deepEqual([web.media.get('1')!.alt, web.media.get('1')!.bytes.equals(pixel)], ['En skål soppa', true])
  assert.equal(hook.posts.size, 1)
  const seen = await see(id)
  assert.equal(seen.record.state, 'published')
  assert.equal(seen.placements.find(one => one.outlet.network === 'mastodon')!.address, `${social.url}/@office/1`)
  assert.ok(await hasTask(`Write the next one: ${title}`))
  const list = await it.office.query(c.listPublications, { text: title, states: ['draft'] }, it.elin)
  assert.ok(list.status === 'done')
  assert.equal(list.output.rows[0]!.plannedAt, tuesday.add({ minutes: 60, hours: 7 * 24 }).toString())
  assert.deepEqual([list.output.rows[0]!.pictures, list.output.rows[0]!.outlets.length], [1, 3])
  goTo(60 + 13 * 60)
  await askFigures(it.office.kernel, it.organisationId)
  assert.deepEqual((await see(id)).placements.find(one => one.outlet.network === 'mastodon')!.figures, {
    likes: 12,
    shares: 3,
    replies: 1,
    views: null,
  })
  const report = await it.office.query(c.monthReport, { month: '2026-11' }, it.elin)
  assert.ok(report.status === 'done')
  assert.deepEqual(
    report.output.rows.map(row => [row.outlet, row.posts, row.likes]),
    [
      ['Intranet', 1, null],
      ['Mastodon', 1, 12],
      ['Own page', 1, null],
    ],
  )
  goTo(0)
})

test('a lost answer makes no second post; where nobody can know, somebody is asked', async () => {
  const { id, title } = await approved([outlets.social, outlets.web], 60)
  const [before, webBefore] = [social.posts.size, web.posts.size]
  social.loseNext = true
  web.loseNext = true
  goTo(61)
  await due()
  assert.deepEqual(
    (await see(id)).placements.map(one => one.state),
    ['sending', 'sending'],
  )
  goTo(65)
  assert.equal(await due(), 0, 'not at once')
  goTo(72)
  await due()
  assert.deepEqual(
    (await see(id)).placements.map(one => one.state),
    ['published', 'published'],
  )
  assert.deepEqual([social.posts.size - before, web.posts.size - webBefore], [1, 1])

  const other = await approved([outlets.social], 200)
  social.loseNext = true
  goTo(201)
  await due()
  goTo(201 + 60)
  await due()
  assert.equal((await see(other.id)).placements[0]!.state, 'unsure', 'the server forgets keys after an hour')
  assert.ok(await hasTask(`Does it stand at Mastodon? ${other.title}`))
  await it.office.done(
    c.settlePlacement,
    { id: other.id, outletId: outlets.social, outcome: 'published', address: `${social.url}/@office/9` },
    it.elin,
  )
  assert.equal((await see(other.id)).record.state, 'published')
  assert.equal(await hasTask(`Does it stand at Mastodon? ${other.title}`), false)
  assert.notEqual(title, other.title)
  goTo(0)
})

test('what is refused is a task with the outlet’s own words, and is tried again when somebody says so', async () => {
  const { id, title } = await approved([outlets.social], 60)
  social.token = 'another'
  goTo(61)
  await due()
  const [failed] = (await see(id)).placements
  assert.deepEqual([failed!.state, failed!.said], ['failed', 'sign-in-refused: The access token is invalid'])
  const task = (await openTasks()).find(one => one.title === `Not published at Mastodon: ${title}`)!
  assert.ok(task)
  const listed = await it.office.query(c.listOutlets, {}, it.elin)
  assert.ok(listed.status === 'done')
  assert.equal(listed.output.rows.find(row => row.id === outlets.social)!.problem, 'sign-in-refused')
  social.token = 'token'
  await it.office.done(c.settlePlacement, { id, outletId: outlets.social, outcome: 'again' }, it.elin)
  await due()
  assert.equal((await see(id)).record.state, 'published')
  goTo(0)
})

test('by hand it is a task of whoever publishes there, with the text ready', async () => {
  const { id, title } = await approved([outlets.hand], 60, { hashtags: 'lunch' })
  goTo(61)
  await due()
  await due()
  const tasks = (await openTasks()).filter(task => task.title === `Publish at LinkedIn: ${title}`)
  assert.equal(tasks.length, 1)
  for (const command of [c.publishNow, c.dropPublication, c.changePublication])
    assert.equal(refusalOf(await it.office.dispatch(command, { id }, it.elin)), 'publication-not-so-far')
  assert.equal(tasks[0]!.owner?.id, it.karin.id)
  await it.office.done(
    c.settlePlacement,
    { id, outletId: outlets.hand, outcome: 'published', address: 'https://linked.example/1' },
    it.karin,
  )
  assert.equal((await see(id)).record.state, 'published')
  assert.equal(refusalOf(await it.office.dispatch(completeTask, { id: tasks[0]!.id }, it.karin)) === 'done', false)
  await it.office.done(c.noteFigures, { id, outletId: outlets.hand, likes: 7 }, it.karin)
  goTo(0)
})

test('one switch pauses everything, and what had its time meanwhile waits for a word', async () => {
  const { id, title } = await approved([outlets.social], 2000)
  const next = await approved([outlets.social], 2015)
  const far = await approved([outlets.social], 3000)
  assert.deepEqual(
    (await see(id)).near.map(one => one.title),
    [next.title],
  )
  await it.office.done(c.holdAll, { reason: 'The house is in mourning' }, it.elin)
  assert.equal(refusalOf(await it.office.dispatch(c.publishNow, { id }, it.elin)), 'publishing-held')
  const before = social.posts.size
  goTo(2030)
  assert.equal(await due(), 0)
  await it.office.done(c.releaseHold, {}, it.elin)
  await due()
  assert.equal(social.posts.size, before)
  assert.ok(await hasTask(`Its time at Mastodon has passed: ${title}`))
  await it.office.done(c.settlePlacement, { id, outletId: outlets.social, outcome: 'not' }, it.elin)
  assert.equal((await see(id)).record.state, 'dropped')
  goTo(3001)
  await due()
  assert.equal((await see(far.id)).record.state, 'published')
  const hold = await it.office.query(c.getHold, {}, it.elin)
  assert.deepEqual(hold.status === 'done' && [hold.output.reason, hold.output.waiting], [null, 1])
  goTo(0)
})

test('a change of a web page is approved by another, handed over, and done when the new text stands there', async () => {
  const { dispatch, done, query } = it.office
  let html = '<p>Open 9 to 5</p>'
  const page = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html))
  await new Promise<void>(resolve => page.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(page.address() as AddressInfo).port}/contact`
  const facts = { title: 'Opening hours', address, before: 'Open 9 to 5', after: 'Open 8 to 5', keeperId: it.karin.id }
  const { id } = await done(c.requestPageChange, facts, it.elin)
  assert.equal((await dispatch(c.approvePageChange, { id }, it.elin)).status, 'asked')
  await done(c.approvePageChange, { id }, it.karin)
  assert.ok(await hasTask('Change the web page: Opening hours'))
  const look = async () => {
    await done(c.checkPageChange, { id }, it.elin)
    await it.office.runJobs()
    const answer = await query(c.getPageChange, { id }, it.elin)
    if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
    return answer.output
  }
  const first = await look()
  assert.deepEqual([first.record.state, first.seen, first.said], ['approved', false, 'Open 8 to 5'])
  html = '<p>Open&nbsp;8 to 5</p>'
  const second = await look()
  assert.deepEqual([second.record.state, second.seen], ['done', true])
  assert.equal(await hasTask('Change the web page: Opening hours'), false)
  page.close()
  assert.equal(
    refusalOf(await dispatch(c.requestPageChange, { ...facts, before: 'x', after: 'x' }, it.elin)),
    'page-change-nothing',
  )
  assert.equal(refusalOf(await dispatch(c.finishPageChange, { id }, it.elin)), 'page-change-not-so-far')
})

test('nobody but Kontor itself is told what goes to an outlet', async () => {
  const { id } = await approved([outlets.hand], 60)
  const asked = { id, outletId: outlets.hand }
  const told = await it.office.query(c.placementToSend, asked, it.elin)
  assert.equal(told.status, 'refused')
  const own = await it.office.query(c.placementToSend, asked, {
    id: systemPrincipalId,
    organisationId: it.organisationId,
  })
  assert.equal(own.status, 'done')
})

test('a post that cannot go out keeps no other from it', async () => {
  goTo(30_000)
  const picture = await it.office.kernel.files.put(it.organisationId, Buffer.concat([pixel, Buffer.from('lost')]), {
    name: 'lost.png',
    mediaType: 'image/png',
  })
  const bad = await approved([outlets.hook], 30_002, { pictures: [{ fileId: picture.id, alt: 'Lost' }] })
  const good = await approved([outlets.hook], 30_003)
  await it.office.superuser.query('update kernel.file set digest = sha256($2) where id = $1', [picture.id, 'nowhere'])
  goTo(30_004)
  const stateOf = async (id: string) => (await see(id)).placements[0]!.state
  await assert.rejects(due())
  assert.deepEqual([await stateOf(bad.id), await stateOf(good.id)], ['sending', 'published'])
})
