/** The modules, in the order of their dependencies: the only list of them. */
import { kernelModule } from '../kernel/builtin/index.ts'
import type { Module } from '../kernel/implement.ts'
import { announcements } from '../modules/announcements/index.ts'
import { authority } from '../modules/authority/index.ts'
import { banking } from '../modules/banking/index.ts'
import { caldav } from '../modules/caldav/index.ts'
import { calendar } from '../modules/calendar/index.ts'
import { calls } from '../modules/calls/index.ts'
import { cases } from '../modules/cases/index.ts'
import { channels } from '../modules/channels/index.ts'
import { directory } from '../modules/directory/index.ts'
import { documents } from '../modules/documents/index.ts'
import { expenses } from '../modules/expenses/index.ts'
import { invitations } from '../modules/invitations/index.ts'
import { ledger } from '../modules/ledger/index.ts'
import { letters } from '../modules/letters/index.ts'
import { mail } from '../modules/mail/index.ts'
import { matters } from '../modules/matters/index.ts'
import { meetings } from '../modules/meetings/index.ts'
import { mirrors } from '../modules/mirrors/index.ts'
import { notifications } from '../modules/notifications/index.ts'
import { oncall } from '../modules/oncall/index.ts'
import { outings } from '../modules/outings/index.ts'
import { payables } from '../modules/payables/index.ts'
import { payinputs } from '../modules/payinputs/index.ts'
import { permits } from '../modules/permits/index.ts'
import { presence } from '../modules/presence/index.ts'
import { fax } from '../modules/fax/index.ts'
import { post } from '../modules/post/index.ts'
import { printing } from '../modules/printing/index.ts'
import { procedures } from '../modules/procedures/index.ts'
import { proofing } from '../modules/proofing/index.ts'
import { publishing } from '../modules/publishing/index.ts'
import { receivables } from '../modules/receivables/index.ts'
import { registers } from '../modules/registers/index.ts'
import { interviews } from '../modules/interviews/index.ts'
import { scheduling } from '../modules/scheduling/index.ts'
import { signatures } from '../modules/signatures/index.ts'
import { supervision } from '../modules/supervision/index.ts'
import { travel } from '../modules/travel/index.ts'
import { visitors } from '../modules/visitors/index.ts'
import { work } from '../modules/work/index.ts'

export const modules: readonly Module[] = [
  kernelModule,
  authority,
  work,
  directory,
  documents,
  matters,
  letters,
  procedures,
  registers,
  notifications,
  signatures,
  supervision,
  announcements,
  permits,
  mail,
  channels,
  cases,
  printing,
  post,
  fax,
  calendar,
  meetings,
  scheduling,
  interviews,
  caldav,
  invitations,
  oncall,
  mirrors,
  ledger,
  payables,
  outings,
  receivables,
  expenses,
  travel,
  presence,
  visitors,
  calls,
  payinputs,
  proofing,
  publishing,
  banking,
]
