import { command, job } from '../../../kernel/declare.ts'
import { day, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, example, exampleOther, person, webAddress } from './shapes.ts'

const one = { id: id('page-change', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['page-change'], subject: 'id' } as const
const planning = { ...about, permission: 'publishing.request-page-change' } as const
const facts = {
  before: longText(50_000).optional(),
  why: longText(4000, { folded: true }).optional(),
  dueOn: day().nullable().optional(),
  keeperId: person().nullable().optional(),
  documentIds: z.array(id('document')).max(20).optional().meta({ folded: true }),
}

export const pageJob = job('publishing.check-page', z.strictObject({ id: z.uuid() }), 'system')
export const pagesJob = job('publishing.check-pages', z.strictObject({}), 'system')

export const requestPageChange = command({
  name: 'publishing.request-page-change',
  summary: 'Asks for a change of a web page: what stands there, what is to stand there, by when.',
  input: z.strictObject({
    title: text(200),
    address: webAddress(),
    after: longText(50_000, { proof: 'announcement' }).min(1),
    ...facts,
    /** Who asked for it, of the directory. */
    askedById: z
      .uuid()
      .meta({ control: 'record', kind: 'organisation', optionsFrom: 'directory.list-parties', folded: true })
      .nullable()
      .optional(),
  }),
  output: changed,
  emits: [e.pageRequested],
  refusals: [r.publisherUnknown, r.pageSame],
  kinds: ['page-change'],
  undoable: true,
  example: {
    title: 'New opening hours',
    address: 'https://office.example/contact',
    before: 'Open 9 to 5',
    after: 'Open 8 to 5',
    documentIds: [exampleOther],
  },
})

export const changePageChange = command({
  name: 'publishing.change-page-change',
  summary: 'Changes what is asked of a web page; what was approved has to be approved again.',
  input: z.strictObject({
    ...one,
    title: text(200).optional(),
    address: webAddress().optional(),
    after: longText(50_000, { proof: 'announcement' }).optional(),
    ...facts,
  }),
  output: changed,
  emits: [e.pageChanged],
  refusals: [r.pageStateWrong, r.publisherUnknown, r.pageSame],
  ...planning,
  example: { id: example, after: 'Open 8 to 6' },
})

export const approvePageChange = command({
  name: 'publishing.approve-page-change',
  summary:
    'Lets a web page be changed: it is handed over as a task with the text ready; whoever wrote it asks somebody else to.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.pageApproved],
  refusals: [r.pageStateWrong],
  ...about,
  permission: 'publishing.approve-publication',
  example: { id: example },
})

export const sendBackPageChange = command({
  name: 'publishing.send-back-page-change',
  summary: 'Gives a change of a web page back to whoever wrote it, with the reason.',
  input: z.strictObject({ ...one, reason: longText(2000).min(1) }),
  output: changed,
  emits: [e.pageSentBack],
  refusals: [r.pageStateWrong],
  ...about,
  permission: 'publishing.approve-publication',
  example: { id: example, reason: 'The hours are wrong' },
})

export const checkPageChange = command({
  name: 'publishing.check-page-change',
  summary: 'Looks at the web page whether the new text stands there now.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.pageCheckAsked],
  refusals: [r.pageStateWrong],
  jobs: [pageJob],
  ...planning,
  example: { id: example },
})

export const finishPageChange = command({
  name: 'publishing.finish-page-change',
  summary: 'Says that a web page has been changed, where it cannot be looked at from here.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.pageFinished],
  refusals: [r.pageStateWrong],
  ...planning,
  example: { id: example },
})

export const dropPageChange = command({
  name: 'publishing.drop-page-change',
  summary: 'Says that a web page is not to be changed after all.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.pageDropped],
  refusals: [r.pageStateWrong],
  ...planning,
  undoable: true,
  example: { id: example },
})

export const restorePageChange = command({
  name: 'publishing.restore-page-change',
  summary: 'Asks for a dropped change of a web page again.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.pageRestored],
  refusals: [r.pageStateWrong],
  ...planning,
  undoable: true,
  example: { id: example },
})

export const recordPageCheck = command({
  name: 'publishing.record-page-check',
  summary: 'Keeps what was seen of a web page.',
  input: z.strictObject({ id: id('page-change'), seen: flag(), said: z.string().max(500).nullable() }),
  output: z.strictObject({ kept: flag() }),
  emits: [e.pageSeen, e.pageNotYet],
  ...planning,
  door: 'none',
  tool: false,
  example: { id: example, seen: false, said: null },
})

export const pageCommands = [
  requestPageChange,
  changePageChange,
  approvePageChange,
  sendBackPageChange,
  checkPageChange,
  finishPageChange,
  dropPageChange,
  restorePageChange,
  recordPageCheck,
]
