import assert from 'node:assert/strict'
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { listTasks } from '../../work/contract.ts'
import {
  acceptBacklog,
  backlogSource,
  beginBacklog,
  changeKeeping,
  counts,
  createClassCode,
  destroy,
  endBacklog,
  getBacklog,
  getDocument,
  listBacklogs,
  listClasses,
  listDocuments,
  resumeBacklog,
  setUpPlan,
  stopBacklog,
} from '../contract.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { openBacklogDoor } from '../doors.backlog.ts'
import { makeZip } from '../reading/fixtures/zip.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { mappedFolderOf, mappedFolders } from './folders.ts'
import { proposeClasses } from './propose.ts'
import { folderOf, keptPath } from './source.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

const mail = [
  'From: Eva Lindholm <eva@lindholms.example>',
  'To: office@example.org',
  'Subject: Hyran',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hyran höjs brevduva.',
  '--x',
  'Content-Type: text/plain; name="bilaga.txt"',
  'Content-Disposition: attachment; filename="bilaga.txt"',
  '',
  'Bilagan nämner kanelbulle.',
  '--x--',
  '',
].join('\r\n')

const archive = makeZip({
  'Avtal/2004/hyra.txt': 'Hyresavtal mellan parterna, daterat 2004-03-01, om lokalen snöskoter.',
  'Avtal/2005/städ.txt': 'Avtal om städning av lokalen varje vecka, giraff.',
  'Avtal/2005/städ kopia.txt': 'Avtal om städning av lokalen varje vecka, giraff.',
  'Protokoll/möte.txt': 'Protokoll fört vid möte, närvarande alla, elefant.',
  'Protokoll/hyran.eml': mail,
  'Privat/dagbok.txt': 'Det här ska inte in, noshörning.',
  'Protokoll/.DS_Store': 'x',
  'lös.txt': 'En lös handling utan mapp, tapir.',
})

async function office(): Promise<TestPrincipal> {
  const me = kernel.principal(await kernel.openOrganisation('sv', 'SE'))
  await kernel.done(setUpPlan, {}, me)
  return me
}

async function begin(me: TestPrincipal, bytes: Uint8Array = archive): Promise<string> {
  const { id } = await kernel.done(
    beginBacklog,
    { name: 'Arkivet', fileId: await kernel.store(me, bytes, 'a.zip') },
    me,
  )
  await kernel.runJobs()
  return id
}

async function seen(me: TestPrincipal, id: string) {
  const answer = await kernel.query(getBacklog, { id }, me)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output
}

async function documentsSaying(me: TestPrincipal, text: string) {
  const found = await kernel.query(listDocuments, { text }, me)
  if (found.status !== 'done') throw new Error(JSON.stringify(found))
  return found.output.rows
}

const refusal = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status

test('an archive comes in filed by its folders, found by its words, and gives nobody work', async () => {
  const me = await office()
  const id = await begin(me)
  const proposed = await seen(me, id)
  assert.equal(proposed.state, 'proposed')
  assert.equal(proposed.files, 7)
  const folder = (path: string, from = proposed) => from.folders.find(one => one.path === path)!
  assert.deepEqual(folder('Avtal/2004').newClass, folder('Avtal').newClass)
  assert.equal(folder('Avtal').newClass?.name ?? folder('Avtal').classCode?.name, 'Avtal')
  assert.deepEqual(
    proposed.can.map(({ command }) => command),
    ['documents.accept-backlog'],
  )
  await kernel.done(
    acceptBacklog,
    {
      id,
      expectedVersion: proposed.record.version,
      folders: [
        { path: 'Privat', leaveOut: true },
        { path: 'Protokoll', newClass: { code: '77', name: 'Mötesprotokoll' } },
      ],
    },
    me,
  )
  assert.deepEqual(
    (await seen(me, id)).can.map(({ command }) => command),
    ['documents.stop-backlog'],
  )
  await kernel.runJobs()
  const is = await seen(me, id)
  assert.equal(is.state, 'finished')
  assert.deepEqual([is.done, is.same, is.leftOut, is.documents], [6, 1, 0, 6])
  for (const [word, name, code] of [
    ['snöskoter', 'hyra.txt', null],
    ['elefant', 'möte.txt', '77'],
    ['brevduva', 'hyran.eml', '77'],
    ['kanelbulle', 'bilaga.txt', '77'],
    ['tapir', 'lös.txt', ''],
  ] as const) {
    const found = await kernel.query(listDocuments, { text: word }, me)
    assert.ok(found.status === 'done')
    assert.deepEqual(
      found.output.rows.map(row => row.name),
      [name],
      word,
    )
    const row = found.output.rows[0]!
    assert.equal(row.state, 'confirmed')
    assert.equal(row.duplicate, false)
    if (code !== null) assert.equal(row.classCode?.code ?? '', code)
  }
  const left = await kernel.query(listDocuments, { text: 'noshörning' }, me)
  assert.equal(left.status === 'done' && left.output.total, 0)
  const tray = await kernel.query(counts, {}, me)
  assert.deepEqual(
    tray.status === 'done' && [tray.output.total, tray.output.arrived, tray.output.duplicates],
    [0, 0, 0],
  )
  const tasks = await kernel.query(listTasks, {}, me)
  assert.equal(tasks.status === 'done' && tasks.output.total, 0)
})

test('the part of an old mail lies in it; the day it is found under is its own', async () => {
  const me = await office()
  const id = await begin(me)
  await kernel.done(acceptBacklog, { id }, me)
  await kernel.runJobs()
  const part = await kernel.query(listDocuments, { text: 'kanelbulle' }, me)
  assert.ok(part.status === 'done')
  const whole = await kernel.query(listDocuments, { text: 'brevduva' }, me)
  assert.equal(part.output.rows[0]!.parentId, whole.status === 'done' && whole.output.rows[0]!.id)
  const detail = await kernel.query(getDocument, { id: part.output.rows[0]!.id }, me)
  assert.equal(detail.status, 'done')
})

test('stopped, it writes nothing more; resumed, it goes on where it stood', async () => {
  const me = await office()
  const id = await begin(me)
  await kernel.done(acceptBacklog, { id }, me)
  await kernel.done(stopBacklog, { id }, me)
  await kernel.runJobs()
  assert.deepEqual([(await seen(me, id)).state, (await seen(me, id)).documents], ['stopped', 0])
  assert.equal(refusal(await kernel.dispatch(stopBacklog, { id }, me)), 'backlog-state-unfit')
  await kernel.done(resumeBacklog, { id }, me)
  await kernel.runJobs()
  const is = await seen(me, id)
  assert.deepEqual([is.state, is.done, is.documents], ['finished', 7, 7])
  const list = await kernel.query(listBacklogs, {}, me)
  assert.equal(list.status === 'done' && list.output.rows[0]!.state, 'finished')
})

test('a paper that was destroyed comes back neither with a resumed archive nor with another', async () => {
  const me = await office()
  await kernel.done(changeKeeping, { fourEyes: false, discardedDays: 90 }, me)
  const facts = { retentionYears: 2, retentionFrom: 'document-day' as const, confidentiality: 1 }
  const { id: classCodeId } = await kernel.done(createClassCode, { code: '98', name: 'Gammalt', ...facts }, me)
  const id = await begin(me)
  const paths = (await seen(me, id)).folders.map(({ path }) => ({ path, classCodeId }))
  await kernel.done(acceptBacklog, { id, folders: paths }, me)
  await kernel.runJobs()
  const taken = async () => (await seen(me, id)).documents
  assert.equal(await taken(), 7)
  const [paper] = await documentsSaying(me, 'giraff')
  await kernel.done(destroy, { ids: [paper!.id], reason: 'Tiden ute' }, me)
  await kernel.runJobs()
  const { rows } = await kernel.superuser.query<{ digest: Buffer }>(
    'select digest from documents.certificate_line where document_id = $1',
    [paper!.id],
  )
  const stored = () => kernel.kernel.files.path(me.organisationId, rows[0]!.digest)
  const isThere = () =>
    access(stored()!).then(
      () => true,
      () => false,
    )
  assert.equal(await isThere(), false)
  // As if it had been stopped before its end: the twin of the destroyed paper is met again.
  await kernel.superuser.query(`update documents.backlog set state = 'stopped', ended_at = null where id = $1`, [id])
  await kernel.done(resumeBacklog, { id }, me)
  await kernel.runJobs()
  const second = await begin(me)
  await kernel.done(acceptBacklog, { id: second }, me)
  await kernel.runJobs()
  for (const one of [id, second]) {
    const is = await seen(me, one)
    assert.equal(is.state, 'finished')
    assert.deepEqual(
      is.notOpened.map(({ reason }) => reason),
      ['paper-destroyed', 'paper-destroyed'],
    )
    assert.ok(is.done <= is.files, `${is.done} of ${is.files}`)
  }
  assert.deepEqual(await documentsSaying(me, 'giraff'), [])
  assert.equal(await isThere(), false)
})

test('a followed folder: what is laid into it later goes the way of the rest, until no more comes', async () => {
  const me = await office()
  const system = { ...me, id: systemPrincipalId }
  const folder = await mkdtemp(join(tmpdir(), 'kontor-followed-'))
  const lay = async (name: string, text: string) => {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const door = openBacklogDoor({
    kernel: kernel.kernel,
    organisations: async () => [{ id: me.organisationId, name: 'Office' }],
    log: () => {},
    everyMs: 1_000_000,
    stillMs: 0,
  })
  // Only the job's own waiting for whole files stands between: files are as old as they need be.
  const real = Date.now
  try {
    Date.now = () => real() + 60_000
    const { id } = await kernel.done(beginBacklog, { name: 'Servern', folder, follow: true }, system)
    await kernel.runJobs()
    assert.equal((await seen(me, id)).state, 'proposed')
    await kernel.done(acceptBacklog, { id }, me)
    await kernel.runJobs()
    assert.deepEqual([(await seen(me, id)).state, (await seen(me, id)).done], ['following', 0])
    assert.equal(await door.look(), 0)
    await lay('Avtal/ett.txt', 'Avtal om leverans, bergtunga.')
    assert.equal(await door.look(), 1)
    await kernel.runJobs()
    await lay('Avtal/två.txt', 'Avtal om service, rödspätta.')
    assert.equal(await door.look(), 1)
    assert.equal(await door.look(), 0, 'it is being taken in')
    await kernel.runJobs()
    const is = await seen(me, id)
    assert.deepEqual([is.state, is.done, is.files, is.documents], ['following', 2, 2, 2])
    assert.deepEqual(
      is.can.map(({ command }) => command),
      ['documents.stop-backlog', 'documents.end-backlog'],
    )
    assert.equal(await door.look(), 0)
    assert.equal((await documentsSaying(me, 'rödspätta')).length, 1)
    // A file that is still being written waits.
    Date.now = real
    const slow = openBacklogDoor({
      kernel: kernel.kernel,
      organisations: async () => [{ id: me.organisationId, name: 'Office' }],
      log: () => {},
      everyMs: 1_000_000,
    })
    await lay('Avtal/tre.txt', 'Avtal om hyra, piggvar.')
    assert.equal(await slow.look(), 0)
    await slow.close()
    Date.now = () => real() + 60_000
    await kernel.done(endBacklog, { id }, me)
    assert.equal((await seen(me, id)).state, 'finished')
    assert.equal(await door.look(), 0)
    assert.equal(refusal(await kernel.dispatch(endBacklog, { id }, me)), 'backlog-state-unfit')
    const tasks = await kernel.query(listTasks, {}, me)
    assert.equal(tasks.status === 'done' && tasks.output.total, 0)
  } finally {
    Date.now = real
    await door.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('every refusal', async () => {
  const me = await office()
  const file = await kernel.store(me, archive, 'a.zip')
  const begun = (input: object) => kernel.dispatch(beginBacklog, { name: 'x', ...input }, me).then(refusal)
  assert.equal(await begun({}), 'backlog-source-unfit')
  assert.equal(await begun({ folder: '/etc' }), 'backlog-source-unfit')
  assert.equal(await begun({ fileId: file, follow: true }), 'backlog-source-unfit')
  assert.equal(await begun({ folder: '/etc', fileId: file }), 'backlog-source-unfit')
  assert.equal(await begun({ fileId: '019aa000-0000-7000-8000-000000000009' }), 'file-not-stored')
  const id = await begin(me)
  const accepted = (folders: readonly object[]) =>
    kernel.dispatch(acceptBacklog, { id, folders: folders as never }, me).then(refusal)
  assert.equal(await accepted([{ path: 'Nowhere' }]), 'backlog-folder-not-found')
  assert.equal(
    await accepted([{ path: 'Avtal', classCodeId: '019aa000-0000-7000-8000-000000000009' }]),
    'class-code-not-found',
  )
  const classes = await kernel.query(listClasses, {}, me)
  const taken = classes.status === 'done' ? classes.output.rows[0]!.code : ''
  assert.equal(await accepted([{ path: 'Avtal', newClass: { code: taken, name: 'Annat' } }]), 'class-code-taken')
  assert.equal(
    await accepted([
      { path: 'Avtal', newClass: { code: '88', name: 'Ett' } },
      { path: 'Protokoll', newClass: { code: '88', name: 'Annat' } },
    ]),
    'class-code-taken',
  )
  assert.equal(refusal(await kernel.dispatch(resumeBacklog, { id }, me)), 'backlog-state-unfit')
  await kernel.done(acceptBacklog, { id }, me)
  assert.equal(await accepted([]), 'backlog-state-unfit')
  const stranger = await office()
  assert.equal(refusal(await kernel.dispatch(acceptBacklog, { id }, stranger)), 'record-not-found')
  assert.equal(refusal((await kernel.query(getBacklog, { id }, stranger)) as never), 'record-not-found')
  assert.equal(refusal((await kernel.query(backlogSource, { id }, me)) as never), 'record-not-found')
  await kernel.runJobs()
})

test('what is no archive fails in words, and a ZIP of nothing too', async () => {
  const me = await office()
  assert.equal((await seen(me, await begin(me, Buffer.from('no zip at all')))).problem, 'file-damaged')
  assert.equal((await seen(me, await begin(me, makeZip({})))).problem, 'backlog-empty')
  const bomb = makeZip({ 'a/bomb.txt': Buffer.alloc(8_000_000, 65), 'a/good.txt': 'Ett gott papper, myrslok.' })
  const id = await begin(me, bomb)
  await kernel.done(acceptBacklog, { id }, me)
  await kernel.runJobs()
  const is = await seen(me, id)
  assert.deepEqual([is.state, is.documents, is.leftOut], ['finished', 1, 1])
  assert.deepEqual(is.notOpened, [{ path: 'a/bomb.txt', reason: 'zip-bomb' }])
})

test('classes are proposed: known names, years with their parent, numbers of one’s own, crowds with their parent', () => {
  const plan = [
    { id: 'k', code: '3', name: 'Avtal' },
    { id: 'm', code: '3.1', name: 'Hyra' },
  ]
  const crowd = Array.from({ length: 60 }, (_, n) => `Kunder/Kund ${n} AB`)
  const paths = ['', 'AVTAL', 'AVTAL/2019', 'AVTAL/Leasing', '7.2 Miljö', 'Kunder', ...crowd]
  const of = new Map(proposeClasses(paths, plan).map(one => [one.path, one]))
  assert.equal(of.get('AVTAL')!.classCodeId, 'k')
  assert.equal(of.get('AVTAL/2019')!.classCodeId, 'k')
  assert.deepEqual(of.get('AVTAL/Leasing')!.newClass, { code: '3.2', name: 'Leasing' })
  assert.deepEqual(of.get('7.2 Miljö')!.newClass, { code: '7.2', name: 'Miljö' })
  assert.deepEqual(of.get('Kunder/Kund 7 AB')!.newClass, of.get('Kunder')!.newClass)
  assert.deepEqual([of.get('')!.classCodeId, of.get('')!.newClass], [null, null])
})

test('whatever the folders are called, codes are valid, and one code is one class', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('Avtal', '2019', '1.1 X', 'a', '07'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 6 }), { maxLength: 40 }), paths => {
      const folders = mappedFolders(new Map(paths.map(names => [keptPath(names.map(n => n.replaceAll('/', '_'))), 1])))
      const proposals = proposeClasses(
        folders.map(({ path }) => path),
        [{ id: 'k', code: '1', name: 'Avtal' }],
      )
      const names = new Map<string, string>()
      for (const { newClass } of proposals) {
        if (!newClass) continue
        assert.match(newClass.code, /^\d{1,3}(\.\d{1,3}){0,3}$/)
        assert.notEqual(newClass.code, '1')
        assert.ok(newClass.name.length >= 1 && newClass.name.length <= 120)
        assert.equal(names.get(newClass.code) ?? newClass.name, newClass.name)
        names.set(newClass.code, newClass.name)
      }
    }),
    { numRuns: 200 },
  )
})

test('every file goes with a mapped folder above it, however few may be mapped', () => {
  const segment = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(
      fc.array(fc.array(segment, { maxLength: 8 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (paths, most) => {
        const counted = new Map<string, number>()
        for (const names of paths) counted.set(names.join('/'), (counted.get(names.join('/')) ?? 0) + 1)
        const folders = mappedFolders(counted, most)
        assert.ok(folders.length <= most)
        assert.equal(
          folders.reduce((sum, { files }) => sum + files, 0),
          paths.length,
        )
        const mapped = new Set(folders.map(({ path }) => path))
        for (const path of mapped) if (path !== '') assert.ok(mapped.has(folderOf(path)))
        for (const names of paths) {
          const at = mappedFolderOf([...names, 'x.pdf'].join('/'), mapped)
          assert.ok(mapped.has(at) && (at === '' || `${names.join('/')}/`.startsWith(`${at}/`)))
        }
      },
    ),
  )
})
