import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Registry } from '../answers.ts'
import type { SayFunction } from '../language/Say.tsx'
import type { PageDefinition } from '../page.ts'
import { commandGroup, type Known, pageGroup, recordGroup, selectionGroup, typedOf } from './paletteOptions.ts'
import { isWithin, openPage, placesOf } from './places.ts'

const words: Readonly<Record<string, string>> = {
  'work.create-task': 'New task',
  'work.complete-task': 'Done',
  'page.desk': 'Desk',
  'refusal.task-not-open': 'Already finished.',
}
const maybe = (key: string) => words[key]
const say = Object.assign((key: string) => words[key] ?? key, { maybe }) as SayFunction<string>

const registry: Registry = {
  commands: [
    { name: 'work.create-task', module: 'work', kinds: [], inputSchema: {} },
    { name: 'work.complete-task', module: 'work', kinds: ['task'], subject: 'id', inputSchema: {} },
    { name: 'money.pay', module: 'money', permission: 'money.pay', kinds: [], inputSchema: {} },
  ],
  queries: [],
  kinds: [{ kind: 'task', path: '/tasks/:id', icon: 'circle-check' }],
}
const page = (path: string, order: number, extra = {}): PageDefinition => ({
  path,
  load: async () => ({ default: () => null }),
  rail: { order, icon: 'home', message: 'page.desk', ...extra },
})
const known: Known = {
  registry,
  permissions: ['work.create-task'],
  selection: { kind: 'task', records: [{ id: '1', title: 'Call' }] },
  pages: [page('/', 10)],
  forms: { 'money.pay': '/bills?make=1' },
  modules: { work: 'page.desk' },
  say,
}

test('a command whose form lacks what only a page can give is not offered; by its own page it is', () => {
  const inputSchema = { required: ['ids', 'direction'], properties: { ids: { hidden: true }, direction: {} } }
  const many = { name: 'work.create-task', module: 'work', kinds: [], inputSchema } as never
  const titles = (forms: Known['forms']) =>
    commandGroup({ ...known, forms, registry: { ...registry, commands: [many] } }, typedOf('> ')).options.map(
      ({ title }) => title,
    )
  assert.deepEqual(titles({}), [])
  assert.deepEqual(titles({ 'work.create-task': '/tasks?make=1' }), ['New task'])
})

test('a prefix chooses what is looked for', () => {
  assert.deepEqual(typedOf('> new'), { mode: 'commands', text: 'new' })
  assert.deepEqual(typedOf('@ingrid'), { mode: 'people', text: 'ingrid' })
  assert.deepEqual(typedOf('bill'), { mode: 'all', text: 'bill' })
})

test('the selection’s own commands come with the record filled in', () => {
  const group = selectionGroup(known, '')
  assert.deepEqual(
    group?.options.map(({ title, act }) => [title, act]),
    [['Done', { command: 'work.complete-task', input: { id: '1' }, about: 'Call' }]],
  )
})

test('what is refused stays, with its reason', () => {
  const can = [{ command: 'work.complete-task', input: { id: '1' }, refusedBecause: { name: 'task-not-open' } }]
  const [option] =
    selectionGroup({ ...known, selection: { kind: 'task', records: [{ id: '1', title: 'Call' }], can } }, '')
      ?.options ?? []
  assert.ok(option?.refused)
  assert.equal(option.detail, 'Already finished.')
})

test('commands that need no record are found by their words; what is not permitted is not offered', () => {
  assert.deepEqual(
    commandGroup(known, typedOf('task')).options.map(({ id }) => id),
    ['work.create-task'],
  )
  assert.deepEqual(commandGroup(known, typedOf('pay')).options, [])
})

test('a command leads to its own page where it has one, else to its plain form; each says of what it is', () => {
  const mayAll = { ...known, permissions: ['*'] }
  const [task] = commandGroup(mayAll, typedOf('task')).options
  assert.deepEqual([task?.act, task?.end], [{ command: 'work.create-task', input: {} }, 'Desk'])
  const [pay] = commandGroup(mayAll, typedOf('pay')).options
  assert.deepEqual([pay?.act, pay?.end], [{ go: '/bills?make=1' }, undefined])
})

test('records lead to the page their kind names; a kind without one is left out', () => {
  const found = [
    { id: '7', kind: 'task', title: 'Call' },
    { id: '8', kind: 'secret', title: 'x' },
  ]
  assert.deepEqual(
    recordGroup(found, registry.kinds, say).options.map(({ act }) => act),
    [{ go: '/tasks/7' }],
  )
  assert.equal(pageGroup(known, 'des').options.length, 1)
})

test('the rail is in order, in groups, without what is not permitted', () => {
  const pages = [
    page('/money', 110),
    page('/documents', 50),
    page('/', 10),
    page('/jobs', 900, { door: 'machine' }),
    page('/control', 160, { permission: 'control.see' }),
  ]
  const { groups, machine } = placesOf(pages, [])
  assert.deepEqual(
    groups.map(group => group.map(({ path }) => path)),
    [['/', '/documents'], ['/money']],
  )
  assert.deepEqual(
    machine.map(({ path }) => path),
    ['/jobs'],
  )
})

test('the pages of a section stand under its place in their order, without what is not permitted', () => {
  const named = (path: string, order: number, extra = {}): PageDefinition => ({
    path,
    load: async () => ({ default: () => null }),
    named: { icon: 'home', message: 'page.desk', section: 'money', order, ...extra },
  })
  const pages = [
    page('/money', 110, { section: 'money' }),
    page('/', 10),
    named('/books/reports', 85),
    named('/books', 80),
    named('/pay', 70, { permission: 'payinputs.list' }),
  ]
  const { groups } = placesOf(pages, [])
  const [desk, money] = groups.flat()
  assert.deepEqual(
    money?.pages.map(({ path }) => path),
    ['/books', '/books/reports'],
  )
  assert.equal(openPage('/books/reports/balance', money!)?.path, '/books/reports')
  assert.equal(openPage('/money', money!), undefined)
  assert.ok(isWithin('/books/entries/1', money!))
  assert.ok(!isWithin('/bookshelf', money!) && !isWithin('/books', desk!))
  const closed = pages.map(one =>
    one.rail?.section ? page('/money', 110, { section: 'money', permission: 'x.y' }) : one,
  )
  const [, entered] = placesOf(closed, []).groups.flat()
  assert.equal(entered?.path, '/books', 'who may not see the place enters by the first page that he may see')
})

test('a page that may be opened about a record is offered with it', () => {
  const find: PageDefinition = {
    path: '/calendar/find',
    load: async () => ({ default: () => null }),
    about: ['task'],
    named: { icon: 'search', message: 'page.find-time', permission: 'scheduling.find-times' },
  }
  const offered = (kind: string, permissions: readonly string[]) =>
    selectionGroup(
      { ...known, permissions, selection: { kind, records: [{ id: 't1', title: 'Call' }] }, pages: [find] },
      'find',
    )?.options.map(({ act }) => act)
  assert.deepEqual(offered('task', ['*']), [{ go: '/calendar/find?about=t1' }])
  assert.deepEqual([offered('bill', ['*']), offered('task', ['work.*'])], [[], []])
})
