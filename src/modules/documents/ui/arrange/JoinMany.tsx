import './arrange.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { joinDocuments } from '../../contract.ts'
import type { DocumentLine } from '../kinds.ts'
import type { Words } from '../places/placesWords.ts'

export interface JoinManyProps {
  readonly rows: readonly DocumentLine[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** In which order shall these become one? */
export function JoinMany({ rows, onClose, onDone }: JoinManyProps) {
  const say = useSay<Words>()
  const [order, setOrder] = useState(rows)
  const joining = useCommand<typeof joinDocuments>('documents.join')
  const earlier = (at: number) =>
    setOrder(order.map((row, index) => (index === at - 1 ? order[at]! : index === at ? order[at - 1]! : row)))
  const join = async () => {
    const answer = await joining.run({ ids: order.map(({ id }) => id) })
    if (answer.status !== 'done') return
    onClose()
    onDone()
  }
  return (
    <Dialog title={say('documents.join')} about={say('page.pages.join-order')} onClose={onClose}>
      <SendForm
        sending={{ answer: null, busy: joining.busy }}
        submit={say('documents.join')}
        onSend={join}
        onCancel={onClose}
      >
        <ol className="join-order">
          {order.map((row, index) => (
            <li key={row.id}>
              <span className="clip">{row.title}</span>
              {index > 0 ? (
                <Button
                  size="s"
                  look="quiet"
                  aria-label={`${say('page.pages.earlier')}: ${row.title}`}
                  onClick={() => earlier(index)}
                >
                  {say('page.pages.earlier')}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      </SendForm>
    </Dialog>
  )
}
