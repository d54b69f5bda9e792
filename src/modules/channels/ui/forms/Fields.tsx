import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import { type DraftField, fieldTypes, isChoice, moved, newField, type PartProps, withOptions } from './draft.ts'

/** The fields in their order: dragged by the handle, or moved by the arrows beside it. */
export function Fields({ draft, language, change }: PartProps) {
  const say = useSay<Keys>()
  const { fields } = draft
  const [held, setHeld] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const put = (at: number, field: DraftField) => change({ fields: fields.map((one, n) => (n === at ? field : one)) })
  const drop = () => {
    if (held !== null && over !== null && held !== over) change({ fields: moved(fields, held, over) })
    setHeld(null)
    setOver(null)
  }
  return (
    <Section
      title={say('page.forms.fields')}
      count={fields.length}
      more={
        <Menu
          label={say('page.form.field.new')}
          width={220}
          align="end"
          button={opener => (
            <Button size="s" icon="plus" {...opener}>
              {say('page.form.field.new')}
            </Button>
          )}
        >
          {fieldTypes.map(type => (
            <MenuItem key={type} onSelect={() => change({ fields: [...fields, newField(fields, type)] })}>
              {say(`page.form.type.${type}`)}
            </MenuItem>
          ))}
        </Menu>
      }
    >
      <ol className="form-fields">
        {fields.map((field, at) => (
          <li
            key={field.key}
            data-over={over === at && held !== null && held !== at ? '' : undefined}
            onDragOver={event => {
              event.preventDefault()
              setOver(at)
            }}
            onDrop={drop}
          >
            <OneField
              field={field}
              language={language}
              onChange={next => put(at, next)}
              onMove={by => change({ fields: moved(fields, at, at + by) })}
              onRemove={() => change({ fields: fields.filter((_, n) => n !== at) })}
              onGrab={() => setHeld(at)}
              onLetGo={drop}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}

interface OneFieldProps {
  readonly field: DraftField
  readonly language: PartProps['language']
  readonly onChange: (field: DraftField) => void
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
  readonly onGrab: () => void
  readonly onLetGo: () => void
}

function OneField({ field, language, onChange, onMove, onRemove, onGrab, onLetGo }: OneFieldProps) {
  const say = useSay<Keys>()
  const label = field.labels[language] ?? ''
  const name = label || say(`page.form.type.${field.type}`)
  return (
    <>
      <span
        className="grip"
        draggable
        title={say('page.form.field.drag', { name })}
        onDragStart={onGrab}
        onDragEnd={onLetGo}
      >
        <Icon name="grip-vertical" small />
      </span>
      <div className="what">
        <label>
          <span className="vh">{say('page.form.field.label')}</span>
          <input
            className="input"
            lang={language}
            maxLength={200}
            value={label}
            placeholder={say('page.form.field.label')}
            onChange={event => onChange({ ...field, labels: { ...field.labels, [language]: event.target.value } })}
          />
        </label>
        {isChoice(field) ? (
          <label>
            <span className="t3">{say('page.form.field.options')}</span>
            <textarea
              className="input"
              rows={Math.max(3, field.options.length + 1)}
              lang={language}
              value={field.options.map(one => one[language] ?? '').join('\n')}
              onChange={event => onChange(withOptions(field, language, event.target.value.split('\n')))}
            />
          </label>
        ) : null}
        <span className="facts">
          <span className="t3">{say(`page.form.type.${field.type}`)}</span>
          <label>
            <input
              className="box"
              type="checkbox"
              checked={field.required}
              onChange={event => onChange({ ...field, required: event.target.checked })}
            />
            <span>{say('page.form.field.required')}</span>
          </label>
        </span>
      </div>
      <span className="moves">
        <Button
          look="quiet"
          size="s"
          icon="arrow-up"
          aria-label={say('page.form.field.up', { name })}
          onClick={() => onMove(-1)}
        />
        <Button
          look="quiet"
          size="s"
          icon="arrow-down"
          aria-label={say('page.form.field.down', { name })}
          onClick={() => onMove(1)}
        />
        <Button
          look="quiet"
          size="s"
          icon="trash"
          aria-label={say('page.form.field.remove', { name })}
          onClick={onRemove}
        />
      </span>
    </>
  )
}
