/** What other modules, surfaces and pages may know of calls and the messages taken of them. */
import { contract } from '../../kernel/declare.ts'
import { callCommands } from './contract/call-commands.ts'
import { callsEvents } from './contract/events.ts'
import { phoneCommands, phoneEvents, phoneQueries } from './contract/phones.ts'
import { callsQueries, getCall, getSlip, listCalls, listSlips } from './contract/queries.ts'
import { escalateSlipJob, slipCommands, watchSlipsJob } from './contract/slip-commands.ts'
import { readVoicemailJob, voicemailCommands } from './contract/voicemail.ts'
import { placeCallJob, putThroughJob, wireCommands } from './contract/wire-commands.ts'

export * from './contract/call-commands.ts'
export * from './contract/events.ts'
export * from './contract/phones.ts'
export * from './contract/queries.ts'
export * from './contract/refusals.ts'
export * from './contract/shapes.ts'
export * from './contract/slip-commands.ts'
export * from './contract/voicemail.ts'
export * from './contract/wire-commands.ts'

export const callsContract = contract({
  name: 'calls',
  depends: ['authority', 'work', 'directory', 'notifications', 'oncall', 'presence', 'documents', 'mail'],
  commands: [...slipCommands, ...callCommands, ...wireCommands, ...voicemailCommands, ...phoneCommands],
  queries: [...callsQueries, ...phoneQueries],
  events: [...callsEvents, ...phoneEvents],
  jobs: [escalateSlipJob, watchSlipsJob, placeCallJob, putThroughJob, readVoicemailJob],
  kinds: [
    { kind: 'slip', icon: 'message', detail: getSlip, list: listSlips, path: '/slips/:id' },
    { kind: 'call', icon: 'phone', detail: getCall, list: listCalls, path: '/calls/:id' },
    { kind: 'phone-line', icon: 'phone', detail: null, list: null, path: '/calls/setup' },
    { kind: 'phone-wire', icon: 'link', detail: null, list: null, path: '/calls/setup' },
  ],
})
