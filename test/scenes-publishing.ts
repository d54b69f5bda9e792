/** The scenes of publishing: posts at each step of their way, an outlet by hand and one that is connected, changes of web pages. */
import { standardRoles } from '../src/modules/authority/contract.ts'
import type { TestPrincipal } from '../src/kernel/testing.ts'
import { sealSecret } from '../src/kernel/platform/sealed-secrets.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** A name that bears the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 80)

let names = 0
const unlike = async (office: Office): Promise<string> => `${await nameIn(office)} ${++names}`
const approvers = new WeakMap<Office, Promise<TestPrincipal>>()
const approver = (office: Office): Promise<TestPrincipal> => {
  const known = approvers.get(office) ?? office.colleague('Paula Publisher', [standardRoles.owner.id])
  approvers.set(office, known)
  return known
}

export const newOutlet = async (office: Office): Promise<string> =>
  (await office.act('publishing.add-outlet', { name: await unlike(office), network: 'website' })).id

export const newPublication = async (office: Office, facts: object = {}): Promise<string> => {
  const [title, outletId] = [await nameIn(office), await newOutlet(office)]
  const plan = { title, text: title, campaign: title, outletIds: [outletId], plannedAt: '2126-11-24T10:00:00Z' }
  return (await office.act('publishing.plan-publication', { ...plan, ...facts })).id
}

export const newPageChange = async (office: Office): Promise<string> => {
  const title = await nameIn(office)
  const facts = { title, address: 'https://office.example/contact', before: title, after: `${title}, daily` }
  return (await office.act('publishing.request-page-change', facts)).id
}

const after =
  (make: (office: Office) => Promise<string>, ...commands: readonly (readonly [string, object?])[]): Stage =>
  async office => {
    const id = await make(office)
    for (const [command, input = {}] of commands) await office.act(command, { id, ...input })
    return { input: { id } }
  }

/** Written by the owner, approved by another. */
async function approved(office: Office): Promise<{ id: string; outletId: string }> {
  const id = await newPublication(office)
  await office.act('publishing.approve-publication', { id }, await approver(office))
  const { placements } = await office.see('publishing.get-publication', { id })
  return { id, outletId: placements[0].outlet.id }
}

/** Its time has come. */
async function due(office: Office, state = 'waiting'): Promise<{ id: string; outletId: string }> {
  const at = await approved(office)
  await office.superuser.query(
    `update publishing.placement set due_at = now() - interval '1 minute', state = $3::text, begun_at = now(),
       published_at = case when $3::text = 'published' then now() end where publication_id = $1 and outlet_id = $2`,
    [at.id, at.outletId, state],
  )
  return at
}

/** Approved with whoever approves, since the owner has written it. */
const byAnother =
  (make: (office: Office) => Promise<string>): Stage =>
  async office => ({ input: { id: await make(office) }, as: await approver(office) })

const approvedPage: Stage = async office => {
  const id = await newPageChange(office)
  await office.act('publishing.approve-page-change', { id }, await approver(office))
  return { input: { id } }
}
const secretOf = ({ pool, owner }: Office): Promise<string> =>
  sealSecret({ pool }, owner.organisationId, { secret: 'canary', purpose: 'a scene' })
const connection = async (office: Office) => ({
  id: await newOutlet(office),
  wire: 'mastodon',
  url: 'https://social.example',
  secretId: await secretOf(office),
})

export const publishingScenes: Readonly<Record<string, Stage>> = {
  'publishing.add-outlet': async () => ({ input: { name: `Outlet ${newId()}` } }),
  'publishing.change-outlet': async office => ({ input: { id: await newOutlet(office), name: `Outlet ${newId()}` } }),
  'publishing.connect-outlet': async office => ({ input: await connection(office) }),
  'publishing.disconnect-outlet': async office => {
    const { id, ...facts } = await connection(office)
    await office.act('publishing.connect-outlet', { id, ...facts })
    return { input: { id } }
  },
  'publishing.plan-publication': async office => ({ input: { outletIds: [await newOutlet(office)] } }),
  'publishing.ask-approval': async office => ({ input: { id: await newPublication(office) } }),
  'publishing.approve-publication': byAnother(newPublication),
  'publishing.send-back-publication': after(newPublication, ['publishing.ask-approval']),
  'publishing.publish-now': async office => ({ input: { id: (await approved(office)).id } }),
  'publishing.restore-publication': after(newPublication, ['publishing.drop-publication']),
  'publishing.settle-placement': async office => ({ input: await due(office, 'handed') }),
  'publishing.note-figures': async office => ({ input: await due(office, 'published') }),
  'publishing.hand-over': async office => ({ input: await due(office) }),
  'publishing.begin-placement': async office => ({ input: await due(office) }),
  'publishing.record-placement': async office => ({ input: await due(office, 'sending') }),
  'publishing.release-hold': async office => {
    const { reason } = await office.see('publishing.get-hold', {})
    if (!reason) await office.act('publishing.hold-all', { reason: 'A scene' })
    return {}
  },
  'publishing.hold-all': async office => {
    const { reason } = await office.see('publishing.get-hold', {})
    if (reason) await office.act('publishing.release-hold', {})
    return {}
  },
  'publishing.approve-page-change': byAnother(newPageChange),
  'publishing.check-page-change': approvedPage,
  'publishing.finish-page-change': approvedPage,
  'publishing.record-page-check': approvedPage,
  'publishing.restore-page-change': after(newPageChange, ['publishing.drop-page-change']),
}

export const publishingQuestions: Readonly<Record<string, Stage>> = {
  'publishing.list-publications': async office => {
    await newPublication(office)
    return {}
  },
  'publishing.list-outlets': async office => {
    await newOutlet(office)
    return {}
  },
  'publishing.list-page-changes': async office => {
    await newPageChange(office)
    return {}
  },
  'publishing.placement-to-send': async office => ({ input: await approved(office) }),
}

/** What Kontor's own door and jobs alone may ask. */
export const publishingJobs: readonly string[] = ['publishing.placement-to-send', 'publishing.page-to-check']
