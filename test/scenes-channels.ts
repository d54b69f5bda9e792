/** The scenes of channels: a chat that is connected, a form, a conversation that came, an answer on its way. */
import { newId } from '../src/kernel/ids.ts'
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

/** Words that bear the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 80)

export const newChannel = async (office: Office): Promise<string> =>
  (await office.act('channels.connect-channel', { title: await nameIn(office), wire: 'webhook' })).id

export const newForm = async (office: Office): Promise<string> =>
  (await office.act('channels.create-form', { title: await nameIn(office) })).id

let told = 0
async function came(
  office: Office,
  files: readonly object[] = [],
): Promise<{ id: string; messageId: string; channelId: string }> {
  const channelId = await newChannel(office)
  const text = await nameIn(office)
  const message = { externalId: `m${++told}`, handle: `h${told}`, name: text, text, files }
  const { conversationIds } = await office.act('channels.hear', { channelId, messages: [message] }, office.system)
  const id = conversationIds[0] as string
  const { lines } = await office.see('channels.get-conversation', { id })
  return { id, messageId: lines[0].id, channelId }
}

export const newConversation = async (office: Office): Promise<string> => (await came(office)).id

async function withFile(office: Office): Promise<{ id: string; messageId: string }> {
  const bytes = Buffer.from(await nameIn(office))
  const { id: fileId } = await office.kernel.files.put(office.owner.organisationId, bytes, { name: 'paper.txt' })
  const { id, messageId } = await came(office, [
    { name: `${await nameIn(office)}.txt`, mediaType: 'text/plain', bytes: 10, fileId },
  ])
  return { id, messageId }
}

/** An answer as it stands after some of its way. */
async function answered(office: Office, state: string): Promise<{ id: string; messageId: string }> {
  const id = await newConversation(office)
  const { messageId } = await office.act('channels.send-message', { id, text: await nameIn(office) })
  await office.superuser.query(
    `update channels.message set state = $2, send_at = now() - interval '1 minute', tries = 1 where id = $1`,
    [messageId, state],
  )
  return { id, messageId }
}

export const channelsScenes: Readonly<Record<string, Stage>> = {
  'channels.start-conversation': async office => ({
    input: { channelId: await newChannel(office), to: `somebody ${newId()}` },
  }),
  'channels.close-form': async office => {
    const id = await newForm(office)
    await office.act('channels.publish-form', { id })
    return { input: { id } }
  },
  'channels.assign-conversation': async office => ({
    input: { id: await newConversation(office), ownerId: await office.make.principal() },
  }),
  'channels.set-party': async office => ({
    input: { id: await newConversation(office), partyId: await office.make.person() },
  }),
  'channels.file-attachments': async office => ({ input: await withFile(office) }),
  'channels.recall-message': async office => ({ input: await answered(office, 'waiting') }),
  'channels.settle-message': async office => ({ input: await answered(office, 'failed') }),
  'channels.begin-sending': async office => ({ input: { id: (await answered(office, 'waiting')).messageId } }),
  'channels.note-sent': async office => ({ input: { id: (await answered(office, 'sending')).messageId } }),
  'channels.note-file': async office => ({ input: { messageId: (await withFile(office)).messageId } }),
  'channels.hear': async office => ({ input: { channelId: (await came(office)).channelId } }),
}

export const channelsQuestions: Readonly<Record<string, Stage>> = {
  'channels.list-conversations': async office => {
    await newConversation(office)
    return {}
  },
  'channels.list-waiting': async office => {
    await newConversation(office)
    return {}
  },
  'channels.list-channels': async office => {
    await newChannel(office)
    return {}
  },
  'channels.list-forms': async office => {
    await newForm(office)
    return {}
  },
  'channels.get-attachment': async office => ({ input: { messageId: (await withFile(office)).messageId } }),
  'channels.message-to-send': async office => ({ input: { id: (await answered(office, 'waiting')).messageId } }),
  'channels.files-to-fetch': async office => ({ input: { id: (await came(office)).messageId } }),
}

/** Queries that Kontor's own jobs ask. */
export const channelsJobs: readonly string[] = ['channels.message-to-send', 'channels.files-to-fetch']
