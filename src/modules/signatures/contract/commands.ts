import { command, job } from '../../../kernel/declare.ts'
import { count, day, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { serviceJob } from './service.ts'
import * as s from './shapes.ts'

const ofSigning = z.strictObject({ id: z.uuid() })
export const askJob = job(
  'signatures.ask-by-link',
  z.strictObject({ id: z.uuid(), signerId: z.uuid(), times: z.int() }),
  'system',
)
export const codeJob = job(
  'signatures.send-code',
  z.strictObject({ id: z.uuid(), signerId: z.uuid(), round: z.int() }),
  'system',
)
export const sheetJob = job('signatures.prepare-sheet', ofSigning, 'system')
export const sealJob = job('signatures.seal', ofSigning, 'system')
export const copyJob = job('signatures.send-copies', ofSigning, 'system')
export const scanJob = job('signatures.look-at-scan', z.strictObject({ id: z.uuid(), documentId: z.uuid() }), 'system')
export const chaseJob = job('signatures.chase', z.strictObject({}), 'system')

const one = { id: id('signing', { hidden: true }), expectedVersion: expectedVersion() }
const signerId = () => z.uuid().meta({ hidden: true })
const on = { kinds: ['signing'], subject: 'id' } as const
const manage = { permission: 'signatures.put-in-folder', ...on } as const
const mine = { permission: 'signatures.sign', ...on } as const
const settling = [e.signed, e.signedFor, e.completed] as const

const due = () => day().nullable().optional()
const note = () => longText(2_000, { proof: 'memo' }).optional()

export const putInFolder = command({
  name: 'signatures.put-in-folder',
  summary:
    'Puts a document into the signature folder: who must sign it, in which way and order, and by when. Confidential ones that go out by a link ask a second person; secret ones never go out.',
  input: z.strictObject({
    documentId: id('document'),
    signers: z.array(s.wanted).min(1).max(30).meta({ hidden: true }),
    /** One after the other as they are named; else side by side. */
    inOrder: flag().default(false),
    dueOn: due(),
    note: note(),
  }),
  output: s.changed,
  emits: [e.putIn],
  refusals: [
    r.documentUnsignable,
    r.signingThere,
    r.signerIncomplete,
    r.signerTwice,
    r.signerBlind,
    r.signingTooSecret,
    r.signerNeedsPhone,
    r.signingDuePast,
    r.fieldOffPage,
    r.serviceMissing,
    r.serviceWhole,
  ],
  jobs: [askJob, sheetJob, serviceJob],
  kinds: ['document', 'signing'],
  undoable: true,
  example: { documentId: s.exampleOther, signers: [{ way: 'screen', personId: s.examplePerson }] },
})

export const openSigning = command({
  name: 'signatures.open-signing',
  summary: 'Notes that a document of the folder was opened and looked at by whoever may sign it.',
  input: z.strictObject({ id: one.id }),
  output: z.strictObject({}),
  refusals: [r.signingClosed],
  tool: false,
  ...mine,
  example: { id: s.example },
})

export const sign = command({
  name: 'signatures.sign',
  summary: 'Signs a document of the folder: drawn or with the name written, for oneself or for whom one stands in.',
  input: z.strictObject({ ...one, mark: s.mark(), digest: s.digest() }),
  output: z.strictObject({ version: z.int(), state: z.enum(s.signingStates) }),
  emits: [...settling],
  refusals: [r.signingClosed, r.signerNotYou, r.signerNotYet, r.signerDone, r.signingChanged, r.signingUnopened],
  jobs: [askJob, sealJob],
  // Nobody but a person signs.
  tool: false,
  ...mine,
  example: { id: s.example, mark: { typed: 'Elin Bergqvist' }, digest: '0'.repeat(64) },
})

export const signMany = command({
  name: 'signatures.sign-many',
  summary: 'Signs several documents of the folder that were opened before, all or none.',
  permission: 'signatures.sign',
  input: z.strictObject({
    items: z
      .array(z.strictObject({ id: id('signing'), digest: s.digest() }))
      .min(1)
      .max(100)
      .meta({ hidden: true }),
    mark: s.mark(),
  }),
  output: z.strictObject({ count: count() }),
  emits: [...settling],
  refusals: [r.signingClosed, r.signerNotYou, r.signerNotYet, r.signerDone, r.signingChanged, r.signingUnopened],
  jobs: [askJob, sealJob],
  tool: false,
  kinds: ['signing'],
  example: { items: [{ id: s.example, digest: '0'.repeat(64) }], mark: { typed: 'Elin Bergqvist' } },
})

export const declineSigning = command({
  name: 'signatures.decline-signing',
  summary: 'Declines to sign, with a reason; the document leaves everybody’s folder.',
  input: z.strictObject({ ...one, reason: s.reason() }),
  output: s.changed,
  emits: [e.declined],
  refusals: [r.signingClosed, r.signerNotYou, r.signerNotYet, r.signerDone, r.reasonMissing],
  tool: false,
  ...mine,
  example: { id: s.example, reason: 'The price is not what we agreed' },
})

export const askBack = command({
  name: 'signatures.ask-back',
  summary: 'Asks whoever put the document in something before signing it.',
  input: z.strictObject({ ...one, question: s.reason() }),
  output: s.changed,
  emits: [e.askedBack],
  refusals: [r.signingClosed, r.signerNotYou, r.signerNotYet, r.signerDone, r.reasonMissing],
  tool: false,
  ...mine,
  example: { id: s.example, question: 'Is this the final price?' },
})

export const answerSigner = command({
  name: 'signatures.answer-signer',
  summary: 'Answers what a signer asked back.',
  input: z.strictObject({ ...one, signerId: signerId(), answer: s.reason() }),
  output: s.changed,
  emits: [e.answered],
  refusals: [r.signingClosed, r.signerUnknown, r.questionNone, r.reasonMissing],
  ...manage,
  example: { id: s.example, signerId: s.exampleSigner, answer: 'Yes' },
})

export const changeSigning = command({
  name: 'signatures.change-signing',
  summary: 'Changes by when a document is to be signed, and the note to its signers.',
  input: z.strictObject({ ...one, dueOn: due(), note: note() }),
  output: s.changed,
  emits: [e.signingChangedEvent],
  refusals: [r.signingClosed, r.signingDuePast],
  ...manage,
  undoable: true,
  example: { id: s.example, dueOn: '2126-12-04' },
})

export const replaceSigner = command({
  name: 'signatures.replace-signer',
  summary: 'Has somebody else sign in the place of one who has not signed; their link opens nothing any more.',
  input: z.strictObject({ ...one, signerId: signerId(), by: s.wanted.meta({ hidden: true }) }),
  output: s.changed,
  emits: [e.signerReplaced],
  refusals: [
    r.signingClosed,
    r.signerUnknown,
    r.signerDone,
    r.signerIncomplete,
    r.signerTwice,
    r.signerBlind,
    r.signingTooSecret,
    r.signerNeedsPhone,
    r.fieldOffPage,
    r.serviceWhole,
  ],
  jobs: [askJob, sheetJob],
  ...manage,
  example: { id: s.example, signerId: s.exampleSigner, by: { way: 'screen', personId: s.examplePerson } },
})

export const remindSigner = command({
  name: 'signatures.remind-signer',
  summary: 'Reminds somebody whose turn it is, now.',
  input: z.strictObject({ ...one, signerId: signerId() }),
  output: s.changed,
  emits: [e.signerReminded],
  refusals: [r.signingClosed, r.signerUnknown, r.signerNotYet, r.signerDone],
  jobs: [askJob, serviceJob],
  ...manage,
  example: { id: s.example, signerId: s.exampleSigner },
})

export const withdrawSigning = command({
  name: 'signatures.withdraw-signing',
  summary: 'Takes a document out of the folder before everybody has signed; links open nothing any more.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.withdrawn],
  refusals: [r.signingClosed],
  jobs: [serviceJob],
  ...manage,
  example: { id: s.example },
})

export const confirmPaper = command({
  name: 'signatures.confirm-paper',
  summary: 'Says that somebody has signed on paper, with the scan that shows it.',
  input: z.strictObject({ ...one, signerId: signerId(), documentId: id('document').nullable().optional() }),
  output: z.strictObject({ version: z.int(), state: z.enum(s.signingStates) }),
  emits: [...settling],
  refusals: [r.signingClosed, r.signerUnknown, r.signerNotOnPaper, r.signerNotYet, r.signerDone],
  jobs: [askJob, sealJob],
  ...manage,
  example: { id: s.example, signerId: s.exampleSigner },
})

const inner = { door: 'none', tool: false, ...on } as const
const ofSigner = { id: one.id, signerId: signerId() }

export const guestOpen = command({
  name: 'signatures.guest-open',
  summary: 'Notes that somebody outside opened the link by which they sign.',
  input: z.strictObject(ofSigner),
  output: z.strictObject({}),
  emits: [e.linkOpened],
  refusals: [r.signLinkClosed],
  ...inner,
  example: { id: s.example, signerId: s.exampleSigner },
})

export const guestAskCode = command({
  name: 'signatures.guest-ask-code',
  summary: 'Has a code sent to somebody outside who is about to sign.',
  input: z.strictObject(ofSigner),
  output: z.strictObject({}),
  refusals: [r.signLinkClosed, r.signCodeTooOften],
  jobs: [codeJob],
  ...inner,
  example: { id: s.example, signerId: s.exampleSigner },
})

export const guestTryCode = command({
  name: 'signatures.guest-try-code',
  summary: 'Counts a code that somebody outside typed; after five wrong ones another must be sent.',
  input: z.strictObject({ ...ofSigner, right: flag() }),
  output: z.strictObject({ passed: flag() }),
  refusals: [r.signLinkClosed, r.signCodeTooOften],
  ...inner,
  example: { id: s.example, signerId: s.exampleSigner, right: false },
})

export const guestSign = command({
  name: 'signatures.guest-sign',
  summary: 'Signs by a link, after the code where one is asked for.',
  input: z.strictObject({ ...ofSigner, mark: s.mark(), digest: s.digest() }),
  output: z.strictObject({ state: z.enum(s.signingStates) }),
  emits: [...settling],
  refusals: [r.signLinkClosed, r.signerNotYet, r.signerDone, r.signingChanged, r.signCodeNeeded],
  jobs: [askJob, sealJob],
  ...inner,
  example: { id: s.example, signerId: s.exampleSigner, mark: { typed: 'Lars Ekdahl' }, digest: '0'.repeat(64) },
})

export const guestDecline = command({
  name: 'signatures.guest-decline',
  summary: 'Declines to sign by a link, with a reason.',
  input: z.strictObject({ ...ofSigner, reason: s.reason() }),
  output: z.strictObject({}),
  emits: [e.declined],
  refusals: [r.signLinkClosed, r.signerNotYet, r.signerDone, r.reasonMissing],
  ...inner,
  example: { id: s.example, signerId: s.exampleSigner, reason: 'Not as agreed' },
})

export const noteAsked = command({
  name: 'signatures.note-asked',
  summary: 'Notes how the mail with the link went.',
  input: z.strictObject({ ...ofSigner, mail: z.enum(['sent', 'failed', 'no-door']) }),
  output: z.strictObject({}),
  ...inner,
  example: { id: s.example, signerId: s.exampleSigner, mail: 'sent' },
})

export const noteSheet = command({
  name: 'signatures.note-sheet',
  summary: 'Notes the number by which the printed sheet is known when it is scanned.',
  input: z.strictObject({ id: one.id, number: z.int().min(1), token: text(20) }),
  output: z.strictObject({}),
  ...inner,
  example: { id: s.example, number: 412, token: 'K4T9WQ2M' },
})

export const noteSealed = command({
  name: 'signatures.note-sealed',
  summary: 'Notes the sealed file, in which all signatures and the page that tells of them stand.',
  input: z.strictObject({ id: one.id, digest: s.digest(), fileId: z.uuid(), documentId: id('document') }),
  output: z.strictObject({}),
  emits: [e.sealed],
  jobs: [copyJob],
  ...inner,
  example: { id: s.example, digest: '0'.repeat(64), fileId: s.exampleOther, documentId: s.exampleOther },
})

export const keepCertificate = command({
  name: 'signatures.keep-certificate',
  summary: 'Keeps the certificate of the office’s own key, once.',
  input: z.strictObject({ certificate: z.base64().max(8_000) }),
  output: z.strictObject({ certificate: z.string() }),
  door: 'none',
  tool: false,
  example: { certificate: 'MAA=' },
})

export const lookForScan = command({
  name: 'signatures.look-for-scan',
  summary: 'Looks whether a paper that was read is a sheet of the folder that comes back signed.',
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({ found: flag() }),
  jobs: [scanJob],
  door: 'none',
  tool: false,
  example: { documentId: s.exampleOther },
})

export const noteScan = command({
  name: 'signatures.note-scan',
  summary: 'Puts a scanned sheet to its document, with what was seen on it.',
  input: z.strictObject({
    id: one.id,
    documentId: id('document'),
    /** Whose field has ink in it. */
    inked: z.array(z.uuid()).max(30),
    pagesMissing: count(),
  }),
  output: z.strictObject({}),
  emits: [e.scanCame],
  ...inner,
  example: { id: s.example, documentId: s.exampleOther, inked: [], pagesMissing: 0 },
})

export const followDocument = command({
  name: 'signatures.follow-document',
  summary: 'Empties the signatures of a document that was changed after somebody had signed it, and says so.',
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({ emptied: count() }),
  emits: [e.emptied],
  jobs: [askJob],
  door: 'none',
  tool: false,
  example: { documentId: s.exampleOther },
})

export const chaseSigners = command({
  name: 'signatures.chase-signers',
  summary: 'Each morning: reminds those whose turn it is, before and after the day by which they should sign.',
  input: z.strictObject({}),
  output: z.strictObject({ reminded: count() }),
  emits: [e.chased],
  jobs: [askJob, serviceJob],
  door: 'none',
  tool: false,
  example: {},
})

export const signatureCommands = [
  putInFolder,
  openSigning,
  sign,
  signMany,
  declineSigning,
  askBack,
  answerSigner,
  changeSigning,
  replaceSigner,
  remindSigner,
  withdrawSigning,
  confirmPaper,
  guestOpen,
  guestAskCode,
  guestTryCode,
  guestSign,
  guestDecline,
  noteAsked,
  noteSheet,
  noteSealed,
  keepCertificate,
  lookForScan,
  noteScan,
  followDocument,
  chaseSigners,
]
export const signatureJobs = [askJob, codeJob, sheetJob, sealJob, copyJob, scanJob, chaseJob]
