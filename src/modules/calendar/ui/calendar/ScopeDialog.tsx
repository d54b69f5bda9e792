import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Scope } from '../../contract.ts'
import type { CalendarKeys } from '../words.ts'

/** Which of a series are meant: this one, this one and those after it, all. */
export function ScopeDialog({
  title,
  onPick,
}: {
  readonly title: string
  readonly onPick: (scope: Scope | null) => void
}) {
  const say = useSay<CalendarKeys>()
  return (
    <Dialog title={say('page.calendar.scope')} about={title} width={420} onClose={() => onPick(null)}>
      <div className="cal-scope">
        <Button look="primary" data-autofocus onClick={() => onPick('this')}>
          {say('page.calendar.scope.this')}
        </Button>
        <Button onClick={() => onPick('following')}>{say('page.calendar.scope.following')}</Button>
        <Button onClick={() => onPick('all')}>{say('page.calendar.scope.all')}</Button>
      </div>
    </Dialog>
  )
}
