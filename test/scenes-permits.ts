/** The scenes of announcements and permits. */
import { standardRoles } from '../src/modules/authority/contract.ts'
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

/** A record to which acts were done first, one after the other. */
const after =
  (make: (office: Office) => Promise<string>, ...acts: readonly (readonly [string, object?])[]): Stage =>
  async office => {
    const id = await make(office)
    for (const [command, input] of acts) await office.act(command, { id, ...input })
    return { input: { id } }
  }

const announcement = ({ make }: Office) => make.announcement()
const published = (...acts: readonly (readonly [string, object?])[]): Stage =>
  after(announcement, ['announcements.publish-announcement'], ...acts)
const request = ({ make }: Office) =>
  make.announcement({ kind: 'request', questions: [{ question: 'Which week?', answerKind: 'number' }] })

/** A draft of a colleague's that the owner is asked to read. */
const toCheck: Stage = async office => {
  const author = await office.colleague('Anna Author', [standardRoles.colleague.id])
  const facts = {
    kind: 'announcement',
    title: 'To be read',
    body: 'Text',
    toEverybody: true,
    checkerId: office.owner.id,
  }
  const made = await office.try('announcements.create-announcement', facts, author)
  if (made.status !== 'done') throw new Error(JSON.stringify(made))
  const { id } = made.output as { id: string }
  const asked = await office.try('announcements.ask-check', { id }, author)
  if (asked.status !== 'done') throw new Error(JSON.stringify(asked))
  return { input: { id } }
}

const permit = ({ make }: Office) => make.permit()
const sent = ['permits.send-application', { anyway: true }] as const
const asked = ['permits.note-completion-asked', { what: 'More', dueOn: '2126-01-01' }] as const
const granted = ['permits.note-decision', { outcome: 'granted', decidedOn: '2026-11-01' }] as const

/** A permit with one more requirement, or condition, of which the scene knows the id. */
const withRequirement: Stage = async office => {
  const id = await office.make.permit()
  const { requirementId } = await office.act('permits.add-requirement', { id, requirement: 'Insurance' })
  return { input: { id, requirementId } }
}
const withCondition: Stage = async office => {
  const id = await office.make.permit()
  const facts = { condition: 'Noise is measured', rhythm: 'year', firstOn: '2127-03-31' }
  const { conditionId } = await office.act('permits.add-condition', { id, ...facts })
  return { input: { id, conditionId } }
}
const adoptable = ({ make }: Office): Promise<string> => make.permitPaper()

const application = ({ make }: Office) => make.application()
const complete = ['permits.note-complete'] as const
const decided = [
  'permits.decide-application',
  { outcome: 'granted', decision: 'Yes.', reasons: 'Nothing against it.' },
] as const
const notified = ['permits.note-notified'] as const
const withHearing: Stage = async office => {
  const id = await office.make.application()
  const { hearingId } = await office.act('permits.hear-party', { id, party: 'Neighbours', dueOn: '2126-12-18' })
  return { input: { id, hearingId } }
}

export const permitScenes: Readonly<Record<string, Stage>> = {
  'announcements.restore-announcement': after(announcement, ['announcements.discard-announcement']),
  'announcements.take-back-check': async office => ({
    input: (
      await after(announcement, ['announcements.ask-check', { checkerId: await office.make.principal() }])(office)
    ).input!,
  }),
  'announcements.return-announcement': toCheck,
  'announcements.correct-announcement': published(),
  'announcements.close-announcement': published(),
  'announcements.reopen-announcement': published(['announcements.close-announcement']),
  'announcements.remind-readers': async office => {
    await office.make.principal()
    return published()(office)
  },
  'announcements.open-announcement': published(),
  'announcements.confirm-read': published(),
  'announcements.answer-request': after(request, ['announcements.publish-announcement']),
  'permits.remove-requirement': withRequirement,
  'permits.set-requirement': withRequirement,
  'permits.note-completion-asked': after(permit, sent),
  'permits.send-completion': after(permit, sent, asked),
  'permits.end-permit': after(permit, granted),
  'permits.renew-permit': after(permit, granted),
  'permits.take-back-step': after(permit, sent),
  'permits.remove-condition': withCondition,
  'permits.check-condition': withCondition,
  'permits.note-checked': withCondition,
  'permits.adopt-document': async office => ({ input: { documentId: await adoptable(office) } }),
  'permits.register-application': async office => {
    await office.act('permits.set-desk', { on: true })
    return {}
  },
  'permits.remove-hearing': withHearing,
  'permits.note-answer': withHearing,
  'permits.decide-application': after(application, complete),
  'permits.note-notified': after(application, complete, decided),
  'permits.note-appeal': after(application, complete, decided, notified),
  'permits.take-back-application-step': after(application, complete),
}

export const permitQuestions: Readonly<Record<string, Stage>> = {
  'announcements.list-announcements': async office => {
    await office.make.announcement()
    return { input: { box: 'written' } }
  },
  'permits.list-adoptable': async office => {
    await adoptable(office)
    return {}
  },
  'permits.list-diary': async office => {
    await office.make.application()
    return {}
  },
}
