import '../shared/register.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { orderFields, purgeField, restoreField } from '../../contract.ts'
import type { FieldLine, RegisterDetail, RegisterKeys } from '../shared/words.ts'
import { FieldDialog } from './FieldDialog.tsx'

/** The fields of a register: added, changed, put in order by keys or by dragging. */
export default function DesignPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RegisterDetail> query="registers.get-register" id={id}>
      {register => <Design register={register} key={id} />}
    </RecordOf>
  )
}

function Design({ register }: { readonly register: RegisterDetail }) {
  const say = useSay<RegisterKeys>()
  const { id, version } = register.record
  const [open, setOpen] = useState<FieldLine | 'new' | null>(null)
  const mayDesign = register.can.some(({ command }) => command === 'registers.add-field')
  const everybody = say('page.registers.everybody')
  const names = (list: readonly { readonly title: string }[] | null) =>
    list?.map(({ title }) => title).join(', ') ?? everybody
  const can = (command: string) => register.can.some(one => one.command === command)
  return (
    <Page
      title={say('page.registers.design')}
      crumbs={[
        { label: say('page.registers'), href: '/registers' },
        { label: register.plural, href: `/registers/${id}` },
      ]}
      end={
        mayDesign ? (
          <Button look="primary" icon="plus" onClick={() => setOpen('new')}>
            {say('registers.add-field')}
          </Button>
        ) : null
      }
    >
      <Section title={say('page.registers.fields')} count={register.fields.length}>
        <Fields register={register} mayDesign={mayDesign} onOpen={setOpen} />
      </Section>
      {register.dropped.length ? <Dropped register={register} mayDesign={mayDesign} /> : null}
      <Section
        title={say('page.registers.settings')}
        more={
          <span className="register-ends">
            {can('registers.change-register') ? (
              <Button
                size="s"
                onClick={() =>
                  openCommand({
                    command: 'registers.change-register',
                    input: {
                      id,
                      expectedVersion: version,
                      name: register.name,
                      plural: register.plural,
                      icon: register.icon,
                      description: register.description,
                      titlePattern: register.titlePattern,
                    },
                    about: register.plural,
                  })
                }
              >
                {say('registers.change-register')}…
              </Button>
            ) : null}
            {can('registers.retire-register') ? (
              <Button
                size="s"
                look="quiet"
                onClick={() =>
                  openCommand({
                    command: 'registers.retire-register',
                    input: { id, expectedVersion: version },
                    about: register.plural,
                  })
                }
              >
                {say('registers.retire-register')}…
              </Button>
            ) : null}
          </span>
        }
      >
        <dl className="strip">
          <div>
            <dt>{say('field.plural')}</dt>
            <dd>{register.plural}</dd>
          </div>
          <div>
            <dt>{say('field.titlePattern')}</dt>
            <dd>{register.titlePattern || <span className="t3">{say('page.registers.pattern.hint')}</span>}</dd>
          </div>
          <div>
            <dt>{say('field.registers.audience')}</dt>
            <dd>{names(register.audience)}</dd>
          </div>
          <div>
            <dt>{say('field.writers')}</dt>
            <dd>{names(register.writers)}</dd>
          </div>
        </dl>
      </Section>
      {open ? (
        <FieldDialog register={register} field={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  )
}

interface FieldsProps {
  readonly register: RegisterDetail
  readonly mayDesign: boolean
  readonly onOpen: (field: FieldLine) => void
}

function Fields({ register, mayDesign, onOpen }: FieldsProps) {
  const say = useSay<RegisterKeys>()
  const [dragged, setDragged] = useState<string | null>(null)
  const { run: order } = useCommand<typeof orderFields>('registers.order-fields', { quiet: true })
  const ids = register.fields.map(field => field.id)
  const move = (id: string, to: number) => {
    const rest = ids.filter(one => one !== id)
    rest.splice(Math.max(0, Math.min(to, rest.length)), 0, id)
    if (rest.join() !== ids.join()) void order({ id: register.record.id, fieldIds: rest } as never)
  }
  return (
    <div className="register-scroll">
      <table className="tbl register-fields">
        <thead>
          <tr>
            <th>{say('field.name')}</th>
            <th>{say('field.type')}</th>
            <th className="wide">{say('page.registers.key')}</th>
            <th className="wide">{say('field.help')}</th>
            <th>
              <span className="vh">{say('page.registers.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {register.fields.map((field, at) => (
            <tr
              key={field.id}
              draggable={mayDesign}
              onDragStart={() => setDragged(field.id)}
              onDragOver={event => dragged && event.preventDefault()}
              onDrop={() => {
                if (dragged && dragged !== field.id) move(dragged, at)
                setDragged(null)
              }}
            >
              <td>
                <b>{field.name}</b>
                {field.required ? <span className="t3"> · {say('field.required')}</span> : null}
              </td>
              <td>{say(`choice.type.${field.type}`)}</td>
              <td className="wide num t2">{field.key}</td>
              <td className="wide t2">{aboutField(field, say)}</td>
              <td className="acts">
                {mayDesign ? (
                  <div>
                    <Button
                      look="quiet"
                      size="s"
                      icon="arrow-up"
                      aria-label={say('page.registers.up', { name: field.name })}
                      onClick={() => move(field.id, at - 1)}
                    />
                    <Button
                      look="quiet"
                      size="s"
                      icon="arrow-down"
                      aria-label={say('page.registers.down', { name: field.name })}
                      onClick={() => move(field.id, at + 1)}
                    />
                    <Button
                      look="quiet"
                      size="s"
                      icon="edit"
                      aria-label={`${say('registers.change-field')}: ${field.name}`}
                      onClick={() => onOpen(field)}
                    />
                  </div>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function aboutField(field: FieldLine, say: ReturnType<typeof useSay<RegisterKeys>>): string {
  const parts = [
    field.options.map(option => option.name).join(', '),
    field.remind ? say('page.registers.remind.says', { days: field.remind.days }) : '',
    field.unique ? say('field.unique') : '',
    field.help,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Fields that were removed, with what they keep. */
function Dropped({ register, mayDesign }: { readonly register: RegisterDetail; readonly mayDesign: boolean }) {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  const restoring = useCommand<typeof restoreField>('registers.restore-field', { said: say('page.registers.back') })
  const id = register.record.id
  return (
    <Section title={say('page.registers.dropped')} count={formats.number(register.dropped.length)}>
      {register.dropped.map(field => (
        <div className="register-rule" key={field.id}>
          <span className="name">
            {field.name} <span className="t3">{say(`choice.type.${field.type}`)}</span>
            <span className="t3">{say('page.registers.dropped.kept', { count: field.values })}</span>
          </span>
          {mayDesign ? (
            <div className="register-ends">
              <Button
                size="s"
                icon="arrow-back-up"
                onClick={() => void restoring.run({ id, fieldId: field.id } as never)}
              >
                {say('registers.restore-field')}
              </Button>
              <Button
                size="s"
                look="quiet"
                icon="trash"
                onClick={() =>
                  openCommand({
                    command: 'registers.purge-field' satisfies (typeof purgeField)['name'],
                    input: { id, fieldId: field.id },
                    about: field.name,
                  })
                }
              >
                {say('registers.purge-field')}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
    </Section>
  )
}
