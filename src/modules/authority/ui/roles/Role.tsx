import '../authority.css'
import { useState } from 'react'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { getRole } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { RecordHappened } from '../shared/RecordHappened.tsx'
import { areaOf, areaWords, rightWords, refusalWords } from '../shared/words.ts'
import { type Grant, RoleDialog } from './RoleDialog.tsx'

type RoleDetail = OutputOf<typeof getRole>

export default function Role() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RoleDetail> query="authority.get-role" id={id}>
      {role => <RolePage role={role} />}
    </RecordOf>
  )
}

/** One role: what it may, up to which amount, who has it. */
function RolePage({ role }: { readonly role: RoleDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [changing, setChanging] = useState(false)
  const { record, holders, clearance, key } = role
  const grants = role.grants as readonly Grant[]
  const people = holders as readonly { id: string; name: string }[]
  const change = (role.can as readonly Can[]).find(({ command }) => command === 'authority.change-role')
  const because = change?.refusedBecause
  const areas = [...Map.groupBy(grants, ({ permission }) => areaOf(permission))].toSorted(([a], [b]) =>
    areaWords(say, a).localeCompare(areaWords(say, b)),
  )
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.roles'), href: '/machine/roles' }]}
      state={<span>{key ? say(`page.role.${key}`) : say('page.role.own')}</span>}
      can={[]}
      facts={[
        { label: say('field.clearance'), value: say(`record.class.${clearance as 0 | 1 | 2 | 3}`) },
        {
          label: say('field.holders'),
          value: people.length
            ? people.flatMap(({ id, name }, at) => [
                at ? ', ' : '',
                <Link key={id} className="link" href={`/machine/people/${id}`}>
                  {name}
                </Link>,
              ])
            : say('page.machine.nobody'),
        },
      ]}
      side={<RecordHappened id={record.id} />}
    >
      <Section
        title={say('field.grants')}
        count={grants.length}
        more={
          change && !because ? (
            <Button size="s" icon="edit" onClick={() => setChanging(true)}>
              {say('authority.change-role')}…
            </Button>
          ) : because ? (
            refusalWords(say, because)
          ) : undefined
        }
      >
        {areas.map(([area, given]) => (
          <div className="role-area" key={area}>
            {area ? <h3>{areaWords(say, area)}</h3> : null}
            <ul>
              {given.map(({ permission, limit }) => (
                <li key={permission}>
                  {rightWords(say, permission)}
                  {limit ? (
                    <span className="t3"> {say('page.machine.up-to', { amount: formats.money(limit) })}</span>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      {changing ? (
        <RoleDialog
          role={{ id: record.id, version: record.version, name: record.title, clearance, grants }}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </RecordPage>
  )
}
