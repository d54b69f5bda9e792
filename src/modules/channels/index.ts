import { defineModule } from '../../kernel/implement.ts'
import * as channelCommands from './commands/channels.ts'
import * as conversations from './commands/conversations.ts'
import { fileAttachmentsBody, noteFileBody } from './commands/files.ts'
import * as formCommands from './commands/forms.ts'
import { hearBody } from './commands/hear.ts'
import { holdConversationBody, releaseConversationBody } from './commands/holding.ts'
import * as messageCommands from './commands/messages.ts'
import { beginSendingBody, noteSentBody } from './commands/sending.ts'
import { channelsContract } from './contract.ts'
import { fetchJobBody, sendJobBody } from './jobs/jobs.ts'
import { getAttachmentBody, getConversationBody } from './queries/conversation.ts'
import { listConversationsBody, listWaitingBody } from './queries/conversations.ts'
import { filesToFetchBody, messageToSendBody } from './queries/inner.ts'
import { getFormBody, listChannelsBody, listFormsBody } from './queries/setup.ts'
import { catalogues } from './words.ts'

export { channelActs } from './doors/acts.ts'
export { channelRoutes } from './doors/streams.ts'
export { setChannelsKernel } from './wires/reach.ts'

const { wakeJobBody, ...conversationCommands } = conversations

export const channels = defineModule({
  contract: channelsContract,
  commands: [
    ...Object.values(channelCommands),
    ...Object.values(formCommands),
    ...Object.values(conversationCommands),
    ...Object.values(messageCommands),
    holdConversationBody,
    releaseConversationBody,
    fileAttachmentsBody,
    noteFileBody,
    hearBody,
    beginSendingBody,
    noteSentBody,
  ],
  queries: [
    listConversationsBody,
    getConversationBody,
    listWaitingBody,
    listChannelsBody,
    listFormsBody,
    getFormBody,
    getAttachmentBody,
    messageToSendBody,
    filesToFetchBody,
  ],
  jobs: [sendJobBody, fetchJobBody, wakeJobBody],
  catalogues,
})
