import { defineModule, implementQuery } from '../implement.ts'
import { kernelCatalogues } from '../language/kernel-catalogues.ts'
import { search } from '../search/find.ts'
import { getServer, kernelContract, searchEverything } from './contract.ts'
import { cancelJobBody, listJobsBody, reviveJobBody } from './jobs.ts'
import { getPreferencesBody, setPreferenceBody } from './preferences.ts'
import { reindexBatchBody, reindexJobBody, reindexSearchBody } from './reindex.ts'
import { tidyBody, tidyJobBody } from './tidy.ts'

/** The kernel's own small module; it stands first in every registry. */
export const kernelModule = defineModule({
  contract: kernelContract,
  commands: [reviveJobBody, cancelJobBody, reindexSearchBody, reindexBatchBody, setPreferenceBody, tidyBody],
  jobs: [tidyJobBody, reindexJobBody],
  queries: [
    implementQuery(
      searchEverything,
      (view, { text, kinds, limit, offset }) =>
        search(view, text, { limit, offset, ...(kinds ? { kinds } : {}) }) as never,
    ),
    listJobsBody,
    getPreferencesBody,
    implementQuery(getServer, async view => (await view.server()) as never),
  ],
  catalogues: kernelCatalogues,
})
