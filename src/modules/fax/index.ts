import { defineModule } from '../../kernel/implement.ts'
import { addLineBody, changeLineBody } from './commands/lines.ts'
import * as notes from './commands/notes.ts'
import * as received from './commands/received.ts'
import * as sending from './commands/sending.ts'
import { faxContract } from './contract.ts'
import { followJobBody } from './jobs/follow.ts'
import { lookJobBody } from './jobs/look.ts'
import { sendJobBody } from './jobs/send.ts'
import { getFaxBody, listFaxesBody } from './queries/faxes.ts'
import * as forJobs from './queries/for-jobs.ts'
import { checkNumberBody, listLinesBody } from './queries/lines.ts'
import { listWaitingBody } from './queries/waiting.ts'
import { followMail } from './reactions/follow-mail.ts'
import { catalogues } from './words.ts'

export { faxRoutes } from './doors.ts'
export { openFaxFolder } from './doors.folder.ts'

export const fax = defineModule({
  contract: faxContract,
  commands: [
    addLineBody,
    changeLineBody,
    ...Object.values(received),
    ...Object.values(sending),
    ...Object.values(notes),
  ],
  queries: [listFaxesBody, getFaxBody, listWaitingBody, listLinesBody, checkNumberBody, ...Object.values(forJobs)],
  jobs: [sendJobBody, followJobBody, lookJobBody],
  reactions: followMail,
  catalogues,
})
