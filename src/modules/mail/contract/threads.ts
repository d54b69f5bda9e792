import { command } from '../../../kernel/declare.ts'
import { choice, count, flag, id, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import { ruleFolderElsewhere } from './rules.ts'
import { exampleThread, moveTargets } from './shapes.ts'

const answering = { permission: 'mail.answer-mail', undoable: true } as const
const ids = () => z.array(id('mail-thread')).min(1).max(500).meta({ hidden: true })
const output = z.strictObject({ count: count() })
const ofThreads = { kinds: ['mail-thread'] } as const

export const markRead = command({
  name: 'mail.mark-read',
  summary: 'Marks threads as read or unread, on their server too.',
  permission: 'mail.read-mail',
  undoable: true,
  input: z.strictObject({ ids: ids(), read: flag().default(true) }),
  output,
  emits: [e.threadsMarked],
  ...ofThreads,
  example: { ids: [exampleThread], read: true },
})

export const flagThreads = command({
  name: 'mail.flag-threads',
  summary: 'Flags threads, on their server too, or takes the flag off.',
  ...answering,
  input: z.strictObject({ ids: ids(), flagged: flag().default(true) }),
  output,
  emits: [e.threadsMarked],
  ...ofThreads,
  example: { ids: [exampleThread], flagged: true },
})

export const moveThreads = command({
  name: 'mail.move-threads',
  summary:
    'Moves threads to the inbox, the archive, junk or the trash, on their server too; their state follows. With a folder what came in lies there: put away, but in a folder of its own.',
  ...answering,
  input: z.strictObject({
    ids: ids(),
    to: choice(moveTargets),
    folderId: id().meta({ control: 'record', optionsFrom: 'mail.list-folders' }).optional(),
  }),
  output,
  emits: [e.threadsMoved],
  refusals: [ruleFolderElsewhere],
  ...ofThreads,
  example: { ids: [exampleThread], to: 'archive' },
})

export const threadCommands = [markRead, flagThreads, moveThreads]
