import type { listJobs } from '../../../../kernel/builtin/contract.ts'
import type { OutputOf } from '../../../../web/answers.ts'

export type JobLine = OutputOf<typeof listJobs>['rows'][number]
