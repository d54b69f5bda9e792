/** What other modules, surfaces and pages may know of channels: web forms, text messages and chats, and the conversations they make. */
import { contract } from '../../kernel/declare.ts'
import { conversationCommands, wakeJob } from './contract/conversations.ts'
import { channelsEvents } from './contract/events.ts'
import { fetchJob, messageCommands, sendJob } from './contract/messages.ts'
import {
  channelsQueries,
  getConversation,
  getForm,
  listChannels,
  listConversations,
  listForms,
} from './contract/queries.ts'
import { setupCommands } from './contract/setup.ts'

export * from './contract/conversations.ts'
export * from './contract/events.ts'
export * from './contract/messages.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/segments.ts'
export * from './contract/setup.ts'
export * from './contract/shapes.ts'

export const channelsContract = contract({
  name: 'channels',
  depends: ['authority', 'work', 'directory', 'documents', 'notifications', 'mail'],
  commands: [...setupCommands, ...conversationCommands, ...messageCommands],
  queries: channelsQueries,
  events: channelsEvents,
  jobs: [sendJob, fetchJob, wakeJob],
  kinds: [
    { kind: 'conversation', icon: 'messages', detail: getConversation, list: listConversations, path: '/channels/:id' },
    { kind: 'channel', icon: 'link', detail: null, list: listChannels, path: '/channels/settings?channel=:id' },
    { kind: 'web-form', icon: 'forms', detail: getForm, list: listForms, path: '/channels/forms/:id' },
  ],
})
