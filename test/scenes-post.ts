/** The scenes of the post book: things that came, in the owner's hands; things that go out. */
import { standardRoles } from '../src/modules/authority/contract.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** A name that bears the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

/** What came for a colleague, and lies with the owner. */
export const newPostItem = async (office: Office, facts: object = {}): Promise<string> => {
  const [sender, forId] = [await nameIn(office), await office.make.principal()]
  return (await office.act('post.add-item', { sender, title: sender, note: sender, forId, ...facts })).id
}
export const newOutgoing = async (office: Office): Promise<string> => {
  const recipient = await nameIn(office)
  return (await office.act('post.add-outgoing', { sort: 'registered', recipient, note: recipient })).id
}
export const newStop = async (office: Office): Promise<string> => {
  const name = await nameIn(office)
  return (await office.act('post.add-stop', { name, place: name })).id
}
export const newBox = async (office: Office): Promise<string> => {
  const name = await nameIn(office)
  return (await office.act('post.add-box', { name, provider: 'kivra', note: name })).id
}

let grams = 100
export const newRate = async ({ act }: Office): Promise<string> =>
  (
    await act('post.add-rate', {
      sort: 'letter',
      zone: 'world',
      maxGrams: ++grams,
      price: { amount: '30.00', currency: 'SEK' },
    })
  ).id

const gone: Stage = async office => {
  const id = await newOutgoing(office)
  await office.act('post.hand-to-carrier', { ids: [id], carrier: 'PostNord' })
  return { input: { id } }
}

export const postScenes: Readonly<Record<string, Stage>> = {
  'post.take-item': async office => {
    const id = await newPostItem(office)
    const other = await office.colleague('Petra Post', [standardRoles.clerk.id])
    await office.act('post.hand-over-item', { id, toId: other.id })
    return { input: { id } }
  },
  'post.restore-item': async office => {
    const id = await newPostItem(office)
    await office.act('post.remove-item', { id })
    return { input: { id } }
  },
  'post.begin-round': async office => ({ input: { ids: [await newPostItem(office)] } }),
  'post.restore-outgoing': async office => {
    const id = await newOutgoing(office)
    await office.act('post.cancel-outgoing', { id })
    return { input: { id } }
  },
  'post.add-outgoing': async () => ({ input: { postage: { amount: '22.00', currency: 'SEK' } } }),
  'post.change-outgoing': async office => ({
    input: { id: await newOutgoing(office), postage: { amount: '22.00', currency: 'SEK' } },
  }),
  'post.hand-to-carrier': async office => ({ input: { ids: [await newOutgoing(office)] } }),
  'post.add-rate': async () => ({ input: { maxGrams: ++grams } }),
  'post.note-delivered': gone,
  'post.note-returned': gone,
}

export const postQuestions: Readonly<Record<string, Stage>> = {
  'post.list-round': async office => {
    const id = await newPostItem(office)
    await office.act('post.begin-round', { ids: [id] })
    return {}
  },
  'post.list-items': async office => {
    await newPostItem(office)
    return {}
  },
  'post.list-waiting': async office => {
    await newPostItem(office, { forId: null })
    return {}
  },
  'post.list-scanned': async office => {
    const fileId = await office.make.file()
    const sender = await nameIn(office)
    const { id } = await office.act('documents.take-in', { fileId, name: `${sender}.pdf`, arrivedBy: 'scan' })
    // Read, it is called by what it says; who sent it is corrected by hand.
    await office.runJobs()
    await office.act('documents.correct-field', { id, name: 'senderName', value: sender })
    return {}
  },
  'post.list-stops': async office => {
    await newStop(office)
    return {}
  },
  'post.list-outgoing': async office => {
    await newOutgoing(office)
    return {}
  },
  'post.list-boxes': async office => {
    await newBox(office)
    return {}
  },
}
