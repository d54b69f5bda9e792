/** Searches kept under a name, shown beside the file plan as folders that fill themselves. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, expectedVersion, flag, id, slice, text, z } from '../../../kernel/schema.ts'
import { documentFilters } from './queries.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const permission = 'documents.list-documents'

export const searchRefusals = {
  /** Shared by somebody else; data: `name`. */
  notYours: refusal('saved-search-not-yours', 403),
  /** data: `most`. */
  tooMany: refusal('saved-searches-full', 409),
} as const

export const mostSearches = 100

const told = z.strictObject({ searchId: id('saved-search'), name: z.string(), shared: flag() })
export const searchKept = event('documents.search-kept', told)
export const searchChanged = event('documents.search-changed', told)
export const searchDropped = event('documents.search-dropped', told)
export const searchRestored = event('documents.search-restored', told)

const name = () => text(80)
const about = { kinds: ['saved-search'], subject: 'id' } as const
const one = { id: id('saved-search', { hidden: true }), expectedVersion: expectedVersion() }
const versioned = z.strictObject({ version: z.int() })

export const keepSearch = command({
  name: 'documents.keep-search',
  summary:
    'Keeps a search of documents under a name, for oneself or for the office; whoever opens it sees what they may see.',
  permission,
  input: z.strictObject({
    name: name(),
    shared: flag().default(false),
    /** As it stands in the address bar. */
    search: z.record(z.string().max(40), z.string().max(400)).meta({ hidden: true }),
    /** The same as the list is asked. */
    asks: z.strictObject(documentFilters).meta({ hidden: true }),
  }),
  output: z.strictObject({ id: id('saved-search') }),
  emits: [searchKept],
  refusals: [searchRefusals.tooMany],
  undoable: true,
  example: { name: 'Bills of this year', search: { kind: 'bill' }, asks: { kind: ['bill'] } },
})

export const changeSearch = command({
  name: 'documents.change-search',
  summary: 'Renames a kept search, shares it with the office, or keeps it to oneself again.',
  permission,
  input: z.strictObject({ ...one, name: name().optional(), shared: flag().optional() }),
  output: versioned,
  emits: [searchChanged],
  refusals: [searchRefusals.notYours],
  ...about,
  undoable: true,
  example: { id: exampleId, name: 'Bills' },
})

export const dropSearch = command({
  name: 'documents.drop-search',
  summary: 'Takes a kept search away; the documents stay where they are.',
  permission,
  input: z.strictObject(one),
  output: versioned,
  emits: [searchDropped],
  refusals: [searchRefusals.notYours],
  ...about,
  undoable: true,
  example: { id: exampleId },
})

export const restoreSearch = command({
  name: 'documents.restore-search',
  summary: 'Brings a kept search back that was taken away.',
  permission,
  input: z.strictObject(one),
  output: versioned,
  emits: [searchRestored],
  refusals: [searchRefusals.notYours],
  ...about,
  example: { id: exampleId },
})

export const listSearches = query({
  name: 'documents.list-searches',
  summary: 'Searches kept by oneself and those shared in the office, each with how many documents it finds now.',
  permission,
  input: z.strictObject({ id: id('saved-search').optional(), text: text(200).optional(), ...slice }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id('saved-search'),
        title: z.string(),
        version: z.int(),
        shared: flag(),
        mine: flag(),
        owner: z.string(),
        search: z.record(z.string(), z.string()),
        /** Documents it finds now, of those that whoever asks may see. */
        documents: count(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['saved-search', 'document'],
  example: {},
})

export const searchCommands = [keepSearch, changeSearch, dropSearch, restoreSearch]
export const searchQueries = [listSearches]
export const searchEvents = [searchKept, searchChanged, searchDropped, searchRestored]
