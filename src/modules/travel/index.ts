import { defineModule } from '../../kernel/implement.ts'
import { claimExpensesBody } from './commands/claim.ts'
import * as identityActs from './commands/identities.ts'
import { noteChangesToldBody, raiseDueBody } from './commands/inner.ts'
import { addLegBody, changeLegBody, removeLegBody } from './commands/legs.ts'
import * as listActs from './commands/lists.ts'
import { setPolicyBody } from './commands/policy.ts'
import * as stayActs from './commands/stays.ts'
import * as tripActs from './commands/trips.ts'
import * as visitActs from './commands/visits.ts'
import { travelContract } from './contract.ts'
import { dueJobBody, tellChangesBody } from './jobs/telling.ts'
import { getDocumentBody, listDocumentsBody } from './queries/identities.ts'
import { changesToTellBody, dueNowBody, getPolicyBody, readBookingBody } from './queries/others.ts'
import { getTripBody, listTripsBody } from './queries/trips.ts'
import { catalogues } from './words.ts'

export { travelRoutes } from './doors.ts'

export const travel = defineModule({
  contract: travelContract,
  commands: [
    ...Object.values(tripActs),
    addLegBody,
    changeLegBody,
    removeLegBody,
    ...Object.values(stayActs),
    ...Object.values(visitActs),
    ...Object.values(listActs),
    claimExpensesBody,
    setPolicyBody,
    ...Object.values(identityActs),
    noteChangesToldBody,
    raiseDueBody,
  ],
  queries: [
    listTripsBody,
    getTripBody,
    listDocumentsBody,
    getDocumentBody,
    getPolicyBody,
    readBookingBody,
    dueNowBody,
    changesToTellBody,
  ],
  jobs: [tellChangesBody, dueJobBody],
  catalogues,
})
