import { type FormEvent, useState } from 'react'
import { momentOf } from '../../../../web/format/moment.ts'
import { addDays } from '../../../../web/format/day.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { DurationControl } from '../../../../web/kit/form/DurationControl.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import type { Ask } from './ask.ts'
import { Outsiders } from './Outsiders.tsx'
import { People } from './People.tsx'

const plain = { schema: {}, words: (value: string) => value }

interface AskDialogProps {
  readonly ask: Ask
  readonly onAsk: (ask: Ask) => void
  readonly onClose: () => void
}

/** The request field by field, for whoever would rather choose than type. */
export function AskDialog({ ask, onAsk, onClose }: AskDialogProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [now, setNow] = useState(ask)
  const change = (part: Partial<Ask>) => setNow(before => ({ ...before, ...part }))
  const lastDay = formats.dayOf(new Date(Date.parse(now.until) - 60_000).toISOString())
  const send = (event: FormEvent) => {
    event.preventDefault()
    onAsk(now)
  }
  return (
    <Dialog title={say('page.find-time.change')} onClose={onClose}>
      <form className="form dialog-form" noValidate onSubmit={send}>
        <TextField
          label={say('field.scheduling.title')}
          value={now.title}
          maxLength={300}
          onChange={event => change({ title: event.target.value })}
        />
        <div className="two">
          <DurationControl
            {...plain}
            label={say('field.scheduling.minutes')}
            value={now.minutes}
            onChange={value => change({ minutes: Math.max(5, Math.min(1440, Number(value ?? now.minutes))) })}
          />
          <DateControl
            {...plain}
            label={say('page.find-time.until')}
            value={lastDay}
            onChange={value =>
              value ? change({ until: momentOf(addDays(String(value), 1), '00:00', formats.zone) }) : undefined
            }
          />
        </div>
        <People label={say('field.scheduling.must')} people={now.must} onPeople={must => change({ must })} />
        <People label={say('field.scheduling.may')} people={now.may} onPeople={may => change({ may })} />
        <Outsiders people={now.outside} onPeople={outside => change({ outside })} />
        <div className="field">
          <label className="tick">
            <input
              className="box"
              type="checkbox"
              checked={now.room}
              onChange={event => change({ room: event.target.checked })}
            />
            {say('page.find-time.room')}
          </label>
        </div>
        {now.room ? (
          <TextField
            label={say('page.find-time.equipment')}
            value={now.equipment.join(', ')}
            onChange={event => change({ equipment: event.target.value.split(/,\s*/).filter(Boolean).slice(0, 20) })}
          />
        ) : null}
        <div className="form-foot">
          <Button look="primary" type="submit">
            {say('page.find-time.read')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {say('cancel' as Keys)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
