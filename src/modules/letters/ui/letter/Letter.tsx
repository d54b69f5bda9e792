import '../letters.css'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { LetterDetail } from '../words.ts'
import { Finished } from './Finished.tsx'
import { Write } from './Write.tsx'

export default function LetterPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<LetterDetail> query="letters.get-letter" id={id}>
      {detail =>
        detail.record.state === 'draft' && detail.can.some(({ command }) => command === 'letters.save-letter') ? (
          <Write detail={detail} key={`${id} ${detail.file !== null}`} />
        ) : (
          <Finished detail={detail} key={id} />
        )
      }
    </RecordOf>
  )
}
