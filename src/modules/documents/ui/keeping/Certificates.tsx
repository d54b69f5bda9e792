import { useEffect, useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getCertificate } from '../../contract.ts'
import { KeepingTabs } from './KeepingTabs.tsx'
import type { CertificateLine, Words } from './keepingWords.ts'

const rowTitle = (line: CertificateLine) => line.title
const href = (line: CertificateLine) => `/documents/certificates/${line.id}`

/** From the name of a paper that is no more to the certificate that tells of it. */
function useOf(): void {
  const [search] = useSearch()
  const of = search['of']
  const go = useGo()
  const found = useQuery<typeof getCertificate>(
    'documents.get-certificate',
    { documentId: of ?? '' },
    { when: Boolean(of) },
  )
  const id = found.data?.record.id
  useEffect(() => {
    if (id) go(`/documents/certificates/${id}`)
  }, [id, go])
}

/** What was destroyed: when, by whom, why. */
export default function Certificates() {
  const say = useSay<Words>()
  const formats = useFormats()
  useOf()
  const columns = useMemo<readonly Column<CertificateLine>[]>(
    () => [
      { key: 'title', label: say('kind.destruction-certificate'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'reason',
        label: say('page.keeping.reason'),
        width: 300,
        phone: 'below',
        text: line => line.reason,
        cell: line => line.reason,
      },
      {
        key: 'papers',
        label: say('kind.document.plural'),
        width: 120,
        align: 'end',
        phone: 'left',
        text: line => String(line.papers),
        cell: line => formats.number(line.papers),
      },
      {
        key: 'by',
        label: say('page.keeping.decided-by'),
        width: 180,
        text: line => line.decidedBy,
        cell: line => line.decidedBy,
      },
      {
        key: 'at',
        label: say('page.keeping.decided'),
        width: 140,
        phone: 'right',
        text: line => line.decidedAt,
        cell: line => formats.moment(line.decidedAt),
      },
    ],
    [say, formats],
  )
  return (
    <DataList<CertificateLine>
      title={say('kind.destruction-certificate.plural')}
      kind="destruction-certificate"
      query="documents.list-certificates"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      empty={say('page.keeping.certificates.empty')}
      end={<KeepingTabs here="certificates" />}
    />
  )
}
