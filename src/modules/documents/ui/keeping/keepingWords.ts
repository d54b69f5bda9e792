import type { OutputOf } from '../../../../web/answers.ts'
import type { getCertificate, getHold, listCertificates, listDue, listHolds } from '../../contract.ts'
import type { en } from '../../messages/en.ts'

export type Words = keyof typeof en
export type DueLine = OutputOf<typeof listDue>['rows'][number]
export type HoldLine = OutputOf<typeof listHolds>['rows'][number]
export type HoldDetail = OutputOf<typeof getHold>
export type CertificateLine = OutputOf<typeof listCertificates>['rows'][number]
export type CertificateDetail = OutputOf<typeof getCertificate>
